"""Words that may stand for each other, and words that say the opposite, in the three languages.

Everyday words and those of law, medicine and finance; only what is safe in nearly every text.
"""

from __future__ import annotations

from desktop_slm.assistants.terms import fold

_SYNONYMS = """
end terminate termination expire expiry finish conclude cease close lapse stop | begin start
commence beginning open launch outset | pay payable payment settle remit disburse | owe due
outstanding payable | buy purchase acquire acquisition take over takeover | sell sale dispose
disposal divest | rent lease let tenancy hire | landlord owner lessor proprietor | tenant lessee
renter occupier | premises property building flat apartment house | consent approval permission
agreement approve agree permit authorise authorisation authorization okay assent | written writing
| repair maintain maintenance mend fix upkeep restore | inside interior inner indoor | outside
exterior outer external | return repay refund reimburse give_back | deposit security guarantee |
contract agreement deal | party side | notice notification notify inform | obligation duty
responsibility liable liability responsible | must shall obliged required | forbid prohibit ban
bar disallow forbidden | allow permit entitle authorise let may | employee worker staff workforce
personnel | employer company firm business enterprise corporation | salary wage pay remuneration
earnings | yearly annual year annually | monthly month | weekly week | daily day | quarterly
quarter | vote ballot elect election | raise increase lift rise grow growth climb up higher gain |
fall decrease decline drop reduce reduction cut lower down shrink diminish | profit earnings
income surplus | revenue sales turnover | cost expense expenditure price charge fee | debt
borrowing loan liabilities credit | lender bank creditor | borrower debtor | shareholder investor
stockholder owner | share stock equity | dividend payout distribution | board directors management
| chief head director leader manager lead chair | court tribunal judge bench | judgment ruling
decision verdict | claim demand | claimant plaintiff applicant | defendant accused respondent |
damage harm injury loss | compensation damages indemnity | appeal challenge contest | law statute
act legislation | rule regulation | breach violation infringement violate infringe | fine penalty
| patient subject participant person people | doctor physician clinician practitioner | hospital
clinic ward centre center | drug medicine medication preparation | dose dosage amount | treat
treatment therapy | illness disease condition disorder | tumour tumor cancer growth carcinoma |
pain ache painful | symptom complaint sign | operation surgery surgical procedure operate | study
trial investigation research | adult grown-up grown grownups | child children minor kid | woman
female | man male | death mortality die fatal fatality dead deceased | severe serious grave | mild
slight light | moderate medium intermediate | side_effect adverse | frequent common often | rare
seldom infrequent | improve improvement better | worsen worse deteriorate | blood haemoglobin |
heart cardiac cardiovascular | lung pulmonary respiratory | kidney renal | liver hepatic | stomach
gastric | brain cerebral | skin cutaneous dermal | raised elevated high | fever temperature |
examine examination check test inspect inspection | result outcome finding | show reveal
demonstrate indicate | say state report declare announce tell | suggest propose proposal
suggestion recommend | explain attribute reason cause because | think believe consider opinion
view | warn caution warning | criticise criticize criticism blame | refuse reject decline deny
turn | accept agree take adopt | offer provide give grant supply | receive get obtain collect |
hold keep retain stay remain | use employ utilise utilize | need require necessary requirement |
plan intend schedule intention | finish complete completion conclude | build construct
construction building erect | building construction | work job task labour | place location site |
town city municipality | country nation state | authority regulator watchdog agency | government
state | council municipality | member participant | meeting assembly session gathering | chair
chairman chairwoman chairperson president | money funds cash | sum amount total | part portion
share section | whole entire full total complete | big large great major | small little minor |
new fresh recent | old former previous earlier prior past | next following subsequent | last
previous final past | before prior previous advance earlier beforehand | after following later
subsequent | during while | quick fast rapid swift | about roughly approximately | nearly almost |
at_least minimum | at_most maximum | only solely exclusively | double twice | half halve | keep
maintain hold | transfer assign hand pass convey | handover handed hand | exclude excluded omit |
children youngsters adolescents teenagers young | elderly old older aged | smoking smoke smoker |
water | visit visitor guest | open opening reopen | close closed closure shut | car vehicle
automobile | goods product merchandise item | supplier vendor seller | customer client buyer
purchaser | delivery deliver ship shipment supply | order | delay late postpone | deadline limit
term period | term duration period length run | extend prolong extension renew renewal | cancel
withdraw revoke | dispute conflict disagreement argument | evidence proof | suspect suspicion |
confirm confirmed verify | injure hurt | insurance insure cover policy | insurer insurance | tax
levy duty | interest rate | guarantee surety warranty | secret confidential confidentiality |
rival competitor competition compete | dismiss dismissal fire sack | resign quit leave depart |
hire appoint employ recruit appointment | attack episode exacerbation | reduce lower cut |
participate take_part participation enrol enroll | allocate assign randomise randomize | send
forward submit | write letter written | sign signature signed | check inspect review audit |
budget spending | profit benefit gain | advantage benefit | drawback disadvantage | help assist
support aid | house home | school pupil student | forecast outlook expect expectation predict
project | target goal aim objective | market | invest investment | factory plant works | home
house residence domicile dwelling | spouse husband wife partner | father dad paternal | mother mum
maternal | wait queue waiting | remove withdraw | harvest crop | train rail railway | road street
| ship vessel boat | plane aircraft flight | complaint claim grievance | late overdue delayed
tardy | withhold refuse deny | reasonable fair | handover return hand | job work post position
employment dismissal | happen occur take_place | need necessary | rise climb jump surge soar
increase | shrink fall dip slip drop | stay remain keep unchanged constant stable steady flat |
lose loss | gain win | choose select pick elect | lead head run chair | found set_up establish |
join enter | visit attend | ask request apply demand | agree arrange settle | check verify control
| gather collect | store keep | burn fire | travel go drive | live reside | teach train | learn
study | watch observe monitor follow | cut shorten trim | add include | remove delete take_out |
replace swap exchange substitute | repeat again recur | split divide share | join combine merge |
fail failure unsuccessful | succeed success successful | strong powerful | weak feeble | main
chief principal primary | extra additional further more | free costless gratis | safe secure |
dangerous hazardous risky | clear evident obvious | exact precise | enough sufficient adequate |
different other differing | same identical equal | early soon | immediately instantly directly |
recently lately | yet still | later after | earlier before | twice double | breath breathing
dyspnoea respiratory | measure gauge | swallow take ingest | tablet pill capsule | injection jab
shot | vaccine vaccination inoculation vaccinate | infection inflammation | swelling oedema |
discharge release home | admit admission hospitalise hospitalised hospitalized | scan imaging ct
mri xray radiograph | bleed bleeding haemorrhage | clot thrombosis embolism | relative family kin
| overweight obese obesity | diabetes diabetic | hypertension pressure | nausea sick vomiting |
tired fatigue exhaustion tiredness | rash eruption | allergy allergic | bond debenture |
redemption redeem repayment repay | maturity mature | premium contribution | claim loss | excess
deductible | cover insure insured coverage | headquarters seat | subsidiary unit | branch office
outlet | merge merger combine | stake holding share | quarter three | half six | guidance forecast
outlook | beenden beendigung enden ende kündigen kündigung auslaufen ablaufen schluss | beginnen
beginn anfangen anfang starten start fängt antritt antreten | zahlen zahlung bezahlen entrichten
begleichen überweisen zahlbar überweisung | kaufen kauf erwerben erwerb übernehmen übernahme |
verkaufen verkauf veräußern veräußerung | mieten miete mietzins pacht mietvertrag | vermieter
eigentümer hausherr besitzer | mieter bewohner | wohnung räume mietsache haus | zustimmung
einwilligung genehmigung erlaubnis zustimmen genehmigen einverständnis bewilligung | schriftlich
schriftform brief | reparieren reparatur instandsetzung instandhaltung instand | zurückgeben
rückgabe erstatten zurückzahlen rückzahlung erstattung | kaution sicherheit mietsicherheit
bürgschaft | vertrag vereinbarung abkommen kontrakt | partei seite | mitteilen mitteilung anzeigen
melden anzeige meldung benachrichtigen informieren unterrichten | pflicht verpflichtung
obliegenheit verpflichtet | verbieten untersagen verbot verboten untersagt | erlauben gestatten
zulassen dürfen erlaubt | arbeitnehmer beschäftigte angestellte mitarbeiter belegschaft personal
arbeitskräfte | arbeitgeber unternehmen firma betrieb gesellschaft konzern | gehalt lohn vergütung
bezahlung verdienst | jährlich jahr jahres | monatlich monat | wöchentlich woche | täglich tag |
bonus sonderzahlung prämie gratifikation | vorher vorab zuvor voraus | urlaub ferien
erholungsurlaub | frist zeitraum zeit dauer laufzeit | erhöhen erhöhung steigern steigerung
anheben anhebung steigen anstieg wachsen wachstum zunehmen zunahme zulegen höher mehr | senken
senkung sinken rückgang verringern verringerung fallen abnehmen abnahme reduzieren reduktion
kürzen kürzung niedriger weniger | gewinn ertrag überschuss ergebnis | umsatz erlös erlöse
verkäufe einnahmen | kosten ausgaben aufwand preis gebühr kostet | schulden verbindlichkeiten
darlehen kredit | gläubiger bank kreditgeber | schuldner kreditnehmer | aktionär anteilseigner
aktionäre investor anleger | aktie anteil aktien | dividende ausschüttung gewinnausschüttung |
vorstand leitung geschäftsführung | leiter chef direktor leiterin chefin direktorin präsident |
gericht richter kammer senat | urteil entscheidung entscheid beschluss | beschließen entscheiden
bestimmen | kläger klägerin antragsteller | beklagte beklagter angeklagter | schaden schäden
verlust verletzung | entschädigung schadenersatz schadensersatz | berufung einspruch beschwerde
rechtsmittel widerspruch | gesetz vorschrift regelung | verstoß verletzung verstoßen | strafe
bußgeld geldstrafe geldbuße | anspruch rechtsanspruch recht | patient patientin erkrankte
teilnehmer proband person betroffene | arzt ärztin mediziner ärzte | krankenhaus klinik spital |
medikament arznei arzneimittel mittel präparat wirkstoff | dosis dosierung menge | behandeln
behandlung therapie | krankheit erkrankung leiden | tumor krebs karzinom geschwulst | schmerz
schmerzen | symptom beschwerden zeichen anzeichen | operation eingriff operieren operiert | studie
untersuchung erhebung | erwachsene erwachsener volljährige | kind kinder minderjährige | frau
weiblich | mann männlich | tod todesfall sterben gestorben verstorben todesfälle sterblichkeit |
schwer schwere ernst gravierend | leicht gering mild | nebenwirkung unerwünschte | häufig oft |
selten | verbessern verbesserung besser | verschlechtern verschlechterung schlechter | blut
hämoglobin | herz kardial | lunge pulmonal | niere renal nieren | leber hepatisch | magen
gastrisch | haut | fieber temperatur | untersuchen untersuchung prüfen prüfung kontrolle
kontrollieren überprüfen | ergebnis resultat befund | zeigen ergeben nachweisen belegen | sagen
erklären angeben mitteilen äußern bekanntgeben | begründen erklären grund ursache | vorschlagen
vorschlag anregen empfehlen empfehlung | glauben meinen ansicht meinung auffassung | warnen
warnung | vorwerfen vorwurf kritisieren kritik bemängeln rügen | ablehnen zurückweisen verweigern
ablehnung | annehmen akzeptieren billigen | anbieten angebot gewähren gewährung | erhalten
bekommen empfangen kriegen beziehen | behalten halten bleiben | nutzen verwenden benutzen nutzung
gebrauch | brauchen benötigen erforderlich bedarf nötig notwendig | planen vorsehen beabsichtigen
geplant vorhaben | abschließen abschluss fertigstellen vollenden | bauen bau errichten umbau
bauarbeiten | ort stelle standort platz | stadt gemeinde kommune | behörde amt aufsicht | rat
gremium ausschuss | mitglied | sitzung versammlung treffen | geld mittel | summe betrag höhe |
teil anteil | ganz gesamt insgesamt vollständig | groß größer bedeutend | klein gering | neu jung
| alt früher ehemalig vormalig | nächst folgend kommend | letzt vorig vergangen vorjahr |
höchstens maximal bis | mindestens wenigstens minimum | etwa rund ungefähr | fast nahezu beinahe |
nur lediglich ausschließlich allein | hälfte halb | ersetzen austauschen ersatz | übergeben
übergabe | schließen geschlossen zu schließung | öffnen eröffnen wiedereröffnung öffnet empfängt |
besucher gäste gast publikum | anbau erweiterung | auto wagen fahrzeug | ware produkt artikel |
lieferant anbieter verkäufer | kunde käufer abnehmer | lieferung liefern zustellung | verzug
verspätung verzögerung | verlängern verlängerung | zurücktreten rücktritt widerruf | streit
konflikt auseinandersetzung | beweis nachweis beleg | verdacht vermutung | bestätigen bestätigung
| versicherung versichern police | steuer abgabe | zinsen zins zinssatz | bürge garantie gewähr |
geheim vertraulich vertraulichkeit verschwiegenheit | entlassen entlassung gekündigt | einstellen
einstellung anstellen | senden schicken versenden übermitteln | unterschreiben unterzeichnen
unterschrift | haushalt etat budget | helfen hilfe unterstützen unterstützung | werk fabrik
betrieb | ziel vorgabe | erwarten rechnen prognose voraussichtlich erwartung | unverändert
stagnieren gleich konstant | rechnung faktura | erbe erben nachlass | ehefrau ehemann gatte gattin
ehepartner | tochter sohn kind | schule schüler | weg straße | zug bahn | schiff boot | eintritt
zutritt | kostenlos frei gratis unentgeltlich | zuhause daheim homeoffice hause | stattfinden
erfolgen geschehen passieren | zuständig verantwortlich | verlangen fordern forderung beantragen |
anfangen aufnehmen | aufhören einstellen | gleichbleiben stagnieren unverändert konstant fest
stabil | wählen auswählen wahl | gründen gründung errichten | besuchen teilnehmen teilnahme |
fragen bitten gebeten | prüfen kontrollieren | sammeln einsammeln | lagern aufbewahren | reisen
fahren fahrt reise ausflug | wohnen leben | lehren unterrichten | beobachten überwachen verfolgen
| hinzufügen ergänzen ergänzung | entfernen beseitigen | tauschen wechseln wechsel | wiederholen
erneut wieder nochmals | teilen aufteilen | scheitern erfolglos | gelingen erfolg erfolgreich |
stark kräftig deutlich | schwach | wichtig wesentlich haupt | zusätzlich weitere extra | sicher |
gefährlich riskant | genau exakt präzise | ausreichend genügend genug | anders verschieden
unterschiedlich | früh bald | sofort unverzüglich umgehend | kürzlich unlängst | später danach |
atemnot luftnot dyspnoe kurzatmigkeit | lungenentzündung pneumonie | bluthochdruck hypertonie |
röntgen röntgenbild thorax | schlucken einnehmen einnahme | tablette pille kapsel | spritze
injektion | impfung impfstoff impfen geimpft | infektion entzündung | entlassung entlassen |
aufnahme aufgenommen stationär einlieferung eingeliefert | blutung bluten | gerinnsel thrombose
embolie | verwandte familie angehörige | diabetes zuckerkrankheit | übelkeit erbrechen | müdigkeit
erschöpfung | allergie allergisch | herzschwäche herzinsuffizienz | schlaganfall hirninfarkt |
anleihe schuldverschreibung | tilgung rückzahlung tilgen sondertilgung | fälligkeit fällig |
prämie beitrag | selbstbehalt eigenanteil selbstbeteiligung | sitz hauptsitz | tochter
tochtergesellschaft | filiale niederlassung | fusion zusammenschluss | beteiligung anteil |
quartal vierteljahr | prognose ausblick | billig günstig | teuer kostspielig verteuern | beraten
beratung raten | schätzen gutachten bewerten bewertung | ehepaar eheleute ehegatten | kostenlos
kostenfrei gebührenfrei | leihen aufnehmen kredit | anzahlung anzahlen angezahlt vorauszahlung |
kündigung gekündigt | fläche größe quadratmeter | mangel defekt fehler kaputt | fin terminer
achever résilier résiliation cesser expirer terme échéance prendre_fin | commencer début débuter
commencement démarrer entrer | payer paiement verser versement régler règlement acquitter payable
| acheter achat acquérir acquisition reprendre reprise rachat racheter | vendre vente céder
cession | loyer location louer bail | bailleur propriétaire | locataire preneur occupant |
logement appartement local locaux maison immeuble | consentement accord autorisation consentir
autoriser approbation aval permission | écrit écrite lettre | réparer réparation entretien
entretenir remise | restituer restitution rembourser remboursement rendre | dépôt caution garantie
| contrat convention accord | partie côté | aviser avis informer prévenir notifier notification
préavis | obligation devoir engagement | interdire interdiction interdit prohiber défendre |
permettre autoriser droit | salarié employé travailleur personnel effectif | employeur entreprise
société compagnie groupe firme | salaire rémunération paie traitement | annuel an année annuelle |
mensuel mois mensuelle | hebdomadaire semaine | quotidien jour | augmenter augmentation hausse
croître croissance accroître progresser progression relever monter élever bondir | baisser baisse
diminuer diminution réduire réduction recul reculer chuter abaisser | bénéfice profit résultat
gain | chiffre_affaires ventes recettes | coût frais dépense prix tarif charge coûter | dette
emprunt prêt crédit | créancier banque prêteur | débiteur emprunteur | actionnaire investisseur |
action titre part | dividende distribution | conseil direction | directeur chef dirigeant
directrice responsable président présidente | tribunal cour juge juridiction | jugement décision
arrêt verdict | décider statuer trancher | demandeur requérant plaignant | défendeur accusé
prévenu | dommage préjudice dégât perte | indemnité indemnisation dédommagement réparation | appel
recours | loi texte législation | règle règlement | violation manquement infraction violer |
amende pénalité sanction | patient malade participant personne sujet | médecin docteur praticien |
hôpital clinique établissement | médicament remède traitement produit | dose posologie quantité |
traiter traitement thérapie soigner soin | maladie affection pathologie | tumeur cancer carcinome
| douleur mal | symptôme signe | opération intervention opérer chirurgie chirurgical | étude essai
enquête recherche | adulte majeur | enfant mineur | femme féminin | homme masculin | mort décès
mourir décédé mortalité | grave sévère sérieux | léger bénin faible | effet_secondaire indésirable
| fréquent courant souvent | rare | améliorer amélioration mieux | aggraver aggravation pire |
sang sanguin hémoglobine | coeur cardiaque | poumon pulmonaire | rein rénal | foie hépatique |
estomac gastrique | peau cutané | fièvre température | examiner examen contrôle contrôler vérifier
vérification | résultat issue | montrer révéler démontrer indiquer | dire affirmer déclarer
annoncer indiquer | expliquer cause raison attribuer | proposer proposition suggérer recommander |
penser croire estimer avis opinion | avertir alerter avertissement | reprocher critiquer critique
blâmer | refuser rejeter refus rejet | accepter adopter approuver | offrir donner accorder fournir
octroyer | recevoir obtenir toucher percevoir | garder conserver rester maintenir | utiliser
employer usage utilisation servir | besoin nécessaire exiger requis nécessiter falloir | prévoir
projeter envisager prévu | achever finir terminer conclure | construire construction bâtir travaux
chantier | lieu site endroit emplacement | ville commune municipalité mairie | pays état |
autorité régulateur gendarme | conseil municipalité | membre adhérent | réunion assemblée séance |
argent fonds | somme montant total | partie part portion | entier total complet intégral | grand
important gros | petit faible | nouveau neuf récent | ancien précédent antérieur passé | prochain
suivant | dernier précédent passé | avant préalable préalablement avance antérieur | après suivant
ensuite postérieur | maximum plus | minimum moins | environ presque quasi | seul uniquement
seulement | moitié demi | double doubler | remplacer remplacement | remettre remise | fermer
fermeture | ouvrir ouverture rouvrir | visiteur public visite | agrandir extension agrandissement
| voiture véhicule automobile | produit marchandise article bien | fournisseur vendeur | client
acheteur acquéreur | livraison livrer | retard délai | délai durée période | prolonger
prolongation renouveler renouvellement reconduire | annuler retirer révoquer | litige conflit
différend | preuve élément | soupçon soupçonner | confirmer confirmation | assurance assurer |
assureur | impôt taxe | intérêt taux | secret confidentiel confidentialité | concurrent
concurrence | licencier licenciement | démissionner démission quitter | embaucher embauche
recruter engager | envoyer adresser transmettre | signer signature | budget | aider aide soutenir
soutien | usine site | objectif but cible | attendre prévoir escompter tabler | époux épouse mari
conjoint | fils fille enfant | école élève | gratuit gratuitement | domicile maison chez | père
paternel | mère maternel | travail emploi poste | congé vacances | abord préalable | avoir_lieu
dérouler produire survenir | responsable responsabilité chargé | demander réclamer exiger demande
solliciter | cesser arrêter stopper suspendre | stable stabilité constant inchangé maintenir
stagner | choisir élire désigner élection | fonder créer création fondation | visiter fréquenter |
vérifier contrôler | collecter recueillir | voyager aller déplacement | habiter résider domicilié
| enseigner former | observer surveiller suivre | ajouter compléter | enlever retirer supprimer |
changer échanger | répéter nouveau encore | partager répartir diviser | échouer échec | réussir
succès | fort nettement fortement | faible | principal essentiel | supplémentaire additionnel
autre | sûr sécurité | dangereux risqué | exact précis | suffisant assez | différent autre | tôt
bientôt | immédiatement aussitôt | récemment dernièrement | plus_tard ensuite | patienter attendre
| essoufflement dyspnée | avaler prendre | comprimé cachet gélule pilule | injection piqûre piquer
| vaccin vaccination vacciner vacciné immuniser | infection inflammation | sortie sorti |
hospitaliser hospitalisation hospitalisé admis entrer | scanner tomodensitométrie | saignement
hémorragie | caillot thrombose embolie | famille proche parent | diabète | nausée vomissement |
fatigue épuisement | allergie allergique | hypertension tension | dos lombaire | bras | obligation
emprunt | échéance terme | prime cotisation | franchise | siège établi | filiale | agence
succursale | fusion | participation part | prévision perspective | vélo cyclable bicyclette
cycliste | cantine repas | bruit bruyant nuisance tapage | quitter partir résilier | immobilier
logement | indemnisation indemnité indemniser | effet conséquence suite | quart trimestre | voie
piste route | élargir agrandir | défendu interdit prohibé | juger estimer considérer
"""
_OPPOSITES = """
rise increase grow climb higher raise lift gain|fall decrease decline drop lower reduce cut shrink
buy purchase|sell
lend|borrow
accept approve grant uphold allow|reject refuse dismiss deny forbid prohibit ban
open reopen|close shut
before earlier prior|after later
above over exceed|below under
more|less fewer
maximum|minimum
profit|loss deficit
better improve benefit|worse worsen deteriorate
include|exclude
begin start|end finish terminate
win|lose
benign|malignant
left|right
positive|negative
full|empty
same unchanged|different
increase|decrease
mandatory compulsory|optional voluntary
guilty convicted|innocent acquitted
paid|unpaid
lawful legal|unlawful illegal
employee|employer
interior inside|exterior outside
steigen wachsen erhöhen zunehmen höher|sinken fallen senken abnehmen niedriger verringern
kaufen|verkaufen
annehmen zustimmen genehmigen stattgeben billigen|ablehnen verweigern abweisen verbieten
öffnen|schließen
vor|nach
mehr|weniger
höchstens maximal|mindestens wenigstens
gewinn|verlust
besser verbessern|schlechter verschlechtern
gutartig|bösartig
links|rechts linken
beginnen|enden
freiwillig|verpflichtend
positiv|negativ
schuldig|unschuldig freigesprochen
wirksam|unwirksam
gleich unverändert|verschieden
augmenter hausse croître monter|baisser baisse diminuer reculer réduire
acheter|vendre
accepter approuver accorder accueillir autoriser|rejeter refuser débouter interdire
ouvrir|fermer
avant|après
plus|moins
maximum|minimum
bénéfice|perte déficit
mieux améliorer|pire aggraver
bénin|malin maligne
gauche|droite droit
commencer|finir terminer
facultatif|obligatoire
positif|négatif
coupable condamné|innocent acquitté relaxé
"""


def _sets(text: str) -> list[frozenset[str]]:
    return [
        frozenset(fold(part) for word in group.split() for part in word.split("_") if len(part) > 2)
        for group in text.split("|")
        if group.strip()
    ]


GROUPS = _sets(_SYNONYMS)
OPPOSITES = [
    (left, right) for line in _OPPOSITES.strip().splitlines() for left, right in [_sets(line)[:2]]
]
