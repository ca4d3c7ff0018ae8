<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>AboutSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/about_section.py" />
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/about_section.py" />
            <source>Copy versions</source>
            <translation>Versionen kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/about_section.py" />
            <source>Desktop SLM is a private assistant that runs small language models on your own computer. It is free software under the Apache License 2.0.</source>
            <translation>Desktop SLM ist ein privater Assistent, der kleine Sprachmodelle auf Ihrem eigenen Computer ausführt. Es ist freie Software unter der Apache-Lizenz 2.0.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/about_section.py" />
            <source>License of Desktop SLM</source>
            <translation>Lizenz von Desktop SLM</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/about_section.py" />
            <source>Licenses of its parts</source>
            <translation>Lizenzen der Bestandteile</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/about_section.py" />
            <source>Show the first page again</source>
            <translation>Die erste Seite noch einmal zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/about_section.py" />
            <source>Versions and licenses</source>
            <translation>Versionen und Lizenzen</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Add a sentence below</source>
            <translation>Darunter einen Satz einfügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Assistants and prompts</source>
            <translation>Assistenten und Vorlagen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Checked by me</source>
            <translation>Von mir geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Close the window</source>
            <translation>Fenster schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Edit the sentence</source>
            <translation>Satz bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Everywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Find a chat or an action</source>
            <translation>Chat oder Befehl finden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Find in this chat</source>
            <translation>In diesem Chat suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Find words</source>
            <translation>Wörter suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>From the list to the page and back</source>
            <translation>Von der Liste zur Seite und zurück</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>In a chat</source>
            <translation>In einem Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>In a document</source>
            <translation>In einem Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>In a summary</source>
            <translation>In einer Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>In an empty box: edit the last message</source>
            <translation>Im leeren Feld: letzte Nachricht bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>In the list at the side</source>
            <translation>In der Liste an der Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>In the text: a caret, to select with Shift</source>
            <translation>Im Text: eine Schreibmarke, mit Umschalt zum Markieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Larger pages or text</source>
            <translation>Seiten oder Text größer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Lock the app</source>
            <translation>App sperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Match before</source>
            <translation>Voriger Treffer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Move the sentence down</source>
            <translation>Satz nach unten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Move the sentence up</source>
            <translation>Satz nach oben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>New chat</source>
            <translation>Neuer Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>New folder</source>
            <translation>Neuer Ordner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>New line</source>
            <translation>Neue Zeile</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>New temporary chat</source>
            <translation>Neuer temporärer Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Next match</source>
            <translation>Nächster Treffer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Next one that is not checked</source>
            <translation>Nächster, der nicht geprüft ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Next sentence</source>
            <translation>Nächster Satz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Remove the sentence</source>
            <translation>Satz entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Rename the chat</source>
            <translation>Chat umbenennen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Search in everything</source>
            <translation>Alles durchsuchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Sentence before</source>
            <translation>Voriger Satz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Smaller</source>
            <translation>Kleiner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Smaller pages or text</source>
            <translation>Seiten oder Text kleiner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Stop the answer or the summary</source>
            <translation>Antwort oder Zusammenfassung stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Summarize a file</source>
            <translation>Datei zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>The list of keys</source>
            <translation>Liste der Tasten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>To its source</source>
            <translation>Zur Quelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/actions.py" />
            <source>Usual size</source>
            <translation>Übliche Größe</translation>
        </message>
    </context>
    <context>
        <name>AdapterField</name>
        <message>
            <location filename="desktop_slm/ui/assistants/adapter_field.py" />
            <source>Adapters (*.gguf)</source>
            <translation>Adapter (*.gguf)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/adapter_field.py" />
            <source>Choose a file…</source>
            <translation>Datei wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/adapter_field.py" />
            <source>Choose an adapter</source>
            <translation>Adapter wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/adapter_field.py" />
            <source>None</source>
            <translation>Keiner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/adapter_field.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/adapter_field.py" />
            <source>Remove the adapter</source>
            <translation>Adapter entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/adapter_field.py" />
            <source>“{name}” is no adapter. Choose the adapter's file.</source>
            <translation>„{name}“ ist kein Adapter. Wählen Sie die Datei des Adapters.</translation>
        </message>
    </context>
    <context>
        <name>AnswerDetails</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>1 token, {speed} tokens/s</source>
            <translation>1 Token, {speed} Token/s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Assistant</source>
            <translation>Assistent</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Details of this answer</source>
            <translation>Einzelheiten zu dieser Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Ended because</source>
            <translation>Beendet, weil</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>First token after</source>
            <translation>Erstes Token nach</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Hash of its file</source>
            <translation>Hash der Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Read</source>
            <translation>Gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Seed</source>
            <translation>Startwert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Template</source>
            <translation>Vorlage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>The model’s own fails; a common one is used.</source>
            <translation>Die des Modells versagt; eine übliche wird verwendet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>Written</source>
            <translation>Geschrieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>a stop text was reached</source>
            <translation>ein Stopptext erreicht war</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>frequency penalty</source>
            <translation>Häufigkeitsmalus</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>min-p</source>
            <translation>min-p</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>not computed yet: see “Verify” on the Models page</source>
            <translation>noch nicht berechnet: siehe „Prüfen“ auf der Seite „Modelle“</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>presence penalty</source>
            <translation>Vorkommensmalus</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>repeat penalty</source>
            <translation>Wiederholungsmalus</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>temperature</source>
            <translation>Temperatur</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>the length limit was reached</source>
            <translation>die Längengrenze erreicht war</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>the model ended its answer</source>
            <translation>das Modell seine Antwort beendet hat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>there was no more room</source>
            <translation>kein Platz mehr war</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>top-k</source>
            <translation>top-k</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>top-p</source>
            <translation>top-p</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>you stopped it</source>
            <translation>Sie es gestoppt haben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>{count} tokens</source>
            <translation>{count} Token</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>{count} tokens, {kept} of them still in memory</source>
            <translation>{count} Token, davon {kept} noch im Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>{count} tokens, {speed} tokens/s</source>
            <translation>{count} Token, {speed} Token/s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_details.py" />
            <source>{name} {value}</source>
            <translation>{name} {value}</translation>
        </message>
    </context>
    <context>
        <name>AnswerEvidence</name>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/answer_evidence.py" />
            <source>Check again</source>
            <translation>Erneut prüfen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/answer_evidence.py" />
            <source>From the model’s memory, not from a document.</source>
            <translation>Aus dem Gedächtnis des Modells, nicht aus einem Dokument.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/answer_evidence.py" />
            <source>It could not be checked against the documents; the answer is kept.</source>
            <translation>Sie ließ sich nicht an den Dokumenten prüfen; die Antwort bleibt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/answer_evidence.py" />
            <source>Looking for its sentences in the documents …</source>
            <translation>Ihre Sätze werden in den Dokumenten gesucht …</translation>
        </message>
    </context>
    <context>
        <name>AnswerFooter</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>Answer again</source>
            <translation>Noch einmal antworten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>Continue</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>Copy this answer</source>
            <translation>Diese Antwort kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>Edit your message</source>
            <translation>Ihre Nachricht bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>More for this answer</source>
            <translation>Mehr zu dieser Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>being written by another program</source>
            <translation>wird von einem anderen Programm geschrieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>cut off: the program ended</source>
            <translation>abgebrochen: das Programm endete</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>edited by you</source>
            <translation>von Ihnen bearbeitet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>finished</source>
            <translation>fertig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>not finished</source>
            <translation>nicht fertig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>not sent any more</source>
            <translation>nicht mehr gesendet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>ran out of room</source>
            <translation>kein Platz mehr</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>reached the length limit</source>
            <translation>Längengrenze erreicht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_footer.py" />
            <source>stopped by you</source>
            <translation>von Ihnen gestoppt</translation>
        </message>
    </context>
    <context>
        <name>AnswerNotice</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>Edit your message</source>
            <translation>Ihre Nachricht bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>Give the model more room</source>
            <translation>Dem Modell mehr Platz geben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>Leave out the oldest messages</source>
            <translation>Die ältesten Nachrichten weglassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>Summarize the earlier messages</source>
            <translation>Frühere Nachrichten zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>The answer could not be finished. The text so far is kept.</source>
            <translation>Die Antwort konnte nicht beendet werden. Der Text bis hierher bleibt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>The chat has filled all the room that this model has, so the answer ends here. Nothing was cut out of it.</source>
            <translation>Der Chat hat den ganzen Platz dieses Modells gefüllt, deshalb endet die Antwort hier. Nichts wurde herausgeschnitten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>This chat needs more room than the model has. Your message is kept, nothing was cut and nothing was sent.</source>
            <translation>Dieser Chat braucht mehr Platz, als das Modell hat. Ihre Nachricht ist noch da, nichts wurde gekürzt und nichts gesendet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_notice.py" />
            <source>Use another model</source>
            <translation>Anderes Modell verwenden</translation>
        </message>
    </context>
    <context>
        <name>AnswerSources</name>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/source_words.py" />
            <source>Page {0}</source>
            <translation>Seite {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/source_words.py" />
            <source>Part {0}</source>
            <translation>Teil {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/source_words.py" />
            <source>Source, {name}, part {page}: {quote}</source>
            <translation>Quelle, {name}, Teil {page}: {quote}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/source_words.py" />
            <source>p. {0}</source>
            <translation>S. {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/source_words.py" />
            <source>part {0}</source>
            <translation>Teil {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/source_words.py" />
            <source>{count} documents</source>
            <translation>{count} Dokumente</translation>
        </message>
    </context>
    <context>
        <name>AnswerStatus</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_status.py" />
            <source>Loading {model}, {share}</source>
            <translation>{model} wird geladen, {share}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_status.py" />
            <source>Reading, {share}</source>
            <translation>Wird gelesen, {share}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_status.py" />
            <source>Starting {model}</source>
            <translation>{model} startet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_status.py" />
            <source>Summarizing the earlier messages, {share}</source>
            <translation>Frühere Nachrichten werden zusammengefasst, {share}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_status.py" />
            <source>Waiting until another answer is done</source>
            <translation>Wartet, bis eine andere Antwort fertig ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_status.py" />
            <source>{what} · {seconds} s</source>
            <translation>{what} · {seconds} s</translation>
        </message>
    </context>
    <context>
        <name>AnswerView</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_view.py" />
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_view.py" />
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_view.py" />
            <source>Kept beside the model’s answer, which stays as it is.</source>
            <translation>Steht neben der Antwort des Modells, die bleibt, wie sie ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/chat.py" />
            <source>Practice model: do not rely on this</source>
            <translation>Übungsmodell: Verlassen Sie sich nicht darauf</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/answer_view.py" />
            <source>The answer, to be changed</source>
            <translation>Die Antwort, zum Ändern</translation>
        </message>
    </context>
    <context>
        <name>ArchiveRow</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/archive_row.py" />
            <source>Archived ({count})</source>
            <translation>Archiviert ({count})</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/archive_row.py" />
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
    </context>
    <context>
        <name>AskedCard</name>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Choose a model</source>
            <translation>Modell wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Getting the model and the documents ready</source>
            <translation>Modell und Dokumente werden vorbereitet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Nothing on this was found.</source>
            <translation>Dazu wurde nichts gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Reading passage {0} of {1}</source>
            <translation>Abschnitt {0} von {1} wird gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Remove this question and its answer</source>
            <translation>Diese Frage und ihre Antwort entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Stopped. What was read is kept; going on continues where it was.</source>
            <translation>Gestoppt. Gelesenes bleibt; „Weiter“ macht dort weiter, wo es war.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Stopping…</source>
            <translation>Wird gestoppt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>This question was not answered: the run ended with an error.</source>
            <translation>Diese Frage wurde nicht beantwortet: Der Lauf endete mit einem Fehler.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>What the documents say</source>
            <translation>Was die Dokumente sagen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>What the documents say ({0})</source>
            <translation>Was die Dokumente sagen ({0})</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/asked_card.py" />
            <source>Writing the answer</source>
            <translation>Die Antwort wird geschrieben</translation>
        </message>
    </context>
    <context>
        <name>AssistantButton</name>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_button.py" />
            <source>All assistants…</source>
            <translation>Alle Assistenten …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_button.py" />
            <source>Assistant: {name}</source>
            <translation>Assistent: {name}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_button.py" />
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
    </context>
    <context>
        <name>AssistantEditor</name>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>A document is still being read.</source>
            <translation>Ein Dokument wird noch gelesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>A file that changes how one certain model answers.</source>
            <translation>Eine Datei, die ändert, wie ein bestimmtes Modell antwortet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>A small model follows one good example better than ten rules.</source>
            <translation>Ein kleines Modell folgt einem guten Beispiel besser als zehn Regeln.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Adapter (LoRA)</source>
            <translation>Adapter (LoRA)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Close without keeping your changes?</source>
            <translation>Schließen, ohne Ihre Änderungen zu behalten?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Documents that it always has</source>
            <translation>Dokumente, die er immer hat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Edit the assistant</source>
            <translation>Assistenten bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Examples</source>
            <translation>Beispiele</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>How freely it writes</source>
            <translation>Wie frei er schreibt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Icon</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>It needs a name.</source>
            <translation>Er braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>New assistant</source>
            <translation>Neuer Assistent</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>One of the texts is too long.</source>
            <translation>Einer der Texte ist zu lang.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Short rules, one a line, work best with small models.</source>
            <translation>Kurze Regeln, eine je Zeile, wirken bei kleinen Modellen am besten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>The one that I have chosen</source>
            <translation>Das, das ich gewählt habe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>Their text is kept here, and takes room in each of its chats.</source>
            <translation>Ihr Text wird hier aufbewahrt und braucht in jedem seiner Chats Platz.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>This note stands in each of its chats and in what is exported from them.</source>
            <translation>Dieser Hinweis steht in jedem seiner Chats und in allem, was daraus exportiert wird.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>What it can and cannot do</source>
            <translation>Was er kann und was nicht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>What it is for</source>
            <translation>Wofür er da ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>What it is told</source>
            <translation>Was ihm gesagt wird</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>What you have written in this form is not kept.</source>
            <translation>Was Sie in dieses Formular geschrieben haben, wird nicht behalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/editor.py" />
            <source>{model} (not on this computer)</source>
            <translation>{model} (nicht auf diesem Computer)</translation>
        </message>
    </context>
    <context>
        <name>AssistantNote</name>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_note.py" />
            <source>Read it all</source>
            <translation>Alles lesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_note.py" />
            <source>The assistant “{name}” was deleted; {general} answers here now.</source>
            <translation>Der Assistent „{name}“ wurde gelöscht; jetzt antwortet {general}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_note.py" />
            <source>The model “{model}” is not on this computer; the chosen one answers.</source>
            <translation>Das Modell „{model}“ ist nicht auf diesem Computer; das gewählte antwortet.</translation>
        </message>
    </context>
    <context>
        <name>AssistantPicker</name>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_picker.py" />
            <source>All assistants…</source>
            <translation>Alle Assistenten …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/assistant_picker.py" />
            <source>Who shall answer?</source>
            <translation>Wer soll antworten?</translation>
        </message>
    </context>
    <context>
        <name>AssistantsHeader</name>
        <message>
            <location filename="desktop_slm/ui/assistants/header.py" />
            <source>Add from a file…</source>
            <translation>Aus einer Datei hinzufügen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/header.py" />
            <source>Assistants</source>
            <translation>Assistenten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/header.py" />
            <source>Back to the chat</source>
            <translation>Zurück zum Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/header.py" />
            <source>New assistant</source>
            <translation>Neuer Assistent</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/header.py" />
            <source>New prompt</source>
            <translation>Neue Vorlage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/header.py" />
            <source>Prompts</source>
            <translation>Vorlagen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/header.py" />
            <source>What is shown</source>
            <translation>Was gezeigt wird</translation>
        </message>
    </context>
    <context>
        <name>AssistantsPage</name>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Add an assistant from a file</source>
            <translation>Assistenten aus einer Datei hinzufügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Assistants (*.toml)</source>
            <translation>Assistenten (*.toml)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Assistants (*{ending})</source>
            <translation>Assistenten (*{ending})</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Came with the app</source>
            <translation>Mit der App gekommen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Duplicate…</source>
            <translation>Duplizieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Edit…</source>
            <translation>Bearbeiten …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Saved as “{name}”.</source>
            <translation>Gespeichert als „{name}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>See what it is told…</source>
            <translation>Ansehen, was ihm gesagt wird …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Share as a file…</source>
            <translation>Als Datei weitergeben …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Share the assistant as a file</source>
            <translation>Assistenten als Datei weitergeben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Share with documents</source>
            <translation>Mit Dokumenten weitergeben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Share with its documents?</source>
            <translation>Mit seinen Dokumenten weitergeben?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>The file holds the text of the documents that “{name}” always has. Whoever gets the file can read them.</source>
            <translation>Die Datei enthält den Text der Dokumente, die „{name}“ immer hat. Wer die Datei bekommt, kann sie lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Type / and the name in the box of a chat; nothing is sent by itself.</source>
            <translation>Schreiben Sie / und den Namen in das Feld eines Chats; nichts wird von selbst gesendet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Use</source>
            <translation>Verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>Yours</source>
            <translation>Ihre</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>{name} (mine)</source>
            <translation>{name} (meine Kopie)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/page.py" />
            <source>“{name}” was deleted.</source>
            <translation>„{name}“ wurde gelöscht.</translation>
        </message>
    </context>
    <context>
        <name>Attaching</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attaching.py" />
            <source>Pasted picture</source>
            <translation>Eingefügtes Bild</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attaching.py" />
            <source>add the words in it</source>
            <translation>die Wörter darin hinzufügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attaching.py" />
            <source>reading</source>
            <translation>wird gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attaching.py" />
            <source>reading, {share}</source>
            <translation>wird gelesen, {share}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attaching.py" />
            <source>summarize it instead</source>
            <translation>stattdessen zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attaching.py" />
            <source>the model does not see pictures:</source>
            <translation>das Modell sieht keine Bilder:</translation>
        </message>
    </context>
    <context>
        <name>Attachment</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>1 character</source>
            <translation>1 Zeichen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>1 page</source>
            <translation>1 Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>1 token</source>
            <translation>1 Token</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>{count} characters</source>
            <translation>{count} Zeichen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>{count} pages</source>
            <translation>{count} Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>{count} tokens</source>
            <translation>{count} Token</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>{extent} · {tokens} · does not fit:</source>
            <translation>{extent} · {tokens} · passt nicht:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>{extent} · {tokens} · fits</source>
            <translation>{extent} · {tokens} · passt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_words.py" />
            <source>{pages}, {count} without text</source>
            <translation>{pages}, {count} ohne Text</translation>
        </message>
    </context>
    <context>
        <name>AttachmentChip</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/attachment_chip.py" />
            <source>Remove {name}</source>
            <translation>{name} entfernen</translation>
        </message>
    </context>
    <context>
        <name>BackupSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Back up now</source>
            <translation>Jetzt sichern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Backup</source>
            <translation>Sicherung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Backups on this computer</source>
            <translation>Sicherungen auf diesem Computer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Checking the backup …</source>
            <translation>Die Sicherung wird geprüft …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>For that you need a recovery code, which is asked for first.</source>
            <translation>Dafür brauchen Sie einen Wiederherstellungscode; danach wird zuerst gefragt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Move to a new computer</source>
            <translation>Auf einen neuen Computer umziehen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Nothing is stored this time, so there is nothing to back up.</source>
            <translation>Diesmal wird nichts gespeichert, deshalb gibt es nichts zu sichern.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>One is made on each day on which the app is open, and one before an update changes the data. Seven days are kept, encrypted like the data itself and on the same disk.</source>
            <translation>An jedem Tag, an dem die App geöffnet ist, entsteht eine, und eine, bevor ein Update die Daten ändert. Sieben Tage werden aufbewahrt, verschlüsselt wie die Daten selbst und auf demselben Datenträger.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Put a backup back</source>
            <translation>Eine Sicherung zurückspielen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Restore…</source>
            <translation>Wiederherstellen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Save for another computer…</source>
            <translation>Für einen anderen Computer speichern …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Saved as “{name}”.</source>
            <translation>Gespeichert als „{name}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Saves everything in one encrypted file. On the new computer, install Desktop SLM, open Settings, Backup, choose Restore, then this file.</source>
            <translation>Speichert alles in einer verschlüsselten Datei. Installieren Sie Desktop SLM auf dem neuen Computer, öffnen Sie „Einstellungen“, „Sicherung“, wählen Sie „Wiederherstellen“ und dann diese Datei.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>There is none yet.</source>
            <translation>Es gibt noch keine.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>What is there now is kept, and can be put back in the same way.</source>
            <translation>Was jetzt da ist, bleibt erhalten und lässt sich genauso zurückspielen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Writing and checking a backup …</source>
            <translation>Die Sicherung wird geschrieben und geprüft …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Writing and checking the file …</source>
            <translation>Die Datei wird geschrieben und geprüft …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Your passphrase opens it there.</source>
            <translation>Ihre Passphrase öffnet sie dort.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Your recovery code opens it there.</source>
            <translation>Ihr Wiederherstellungscode öffnet sie dort.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>Your recovery code or your passphrase opens it there.</source>
            <translation>Ihr Wiederherstellungscode oder Ihre Passphrase öffnet sie dort.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/backup_section.py" />
            <source>and {count} more</source>
            <translation>und {count} weitere</translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>{made} · {size}</source>
            <translation>{made} · {size}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>{made} · {size} · before an update</source>
            <translation>{made} · {size} · vor einem Update</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>{made} · {size} · kept when another was restored</source>
            <translation>{made} · {size} · aufbewahrt, als eine andere zurückgespielt wurde</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <location filename="desktop_slm/ui/widgets/banner.py" />
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/banner.py" />
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
    </context>
    <context>
        <name>BranchActs</name>
        <message>
            <location filename="desktop_slm/ui/chat/branch_acts.py" />
            <source>The chat was copied as Markdown, the branch that is shown.</source>
            <translation>Der Chat wurde als Markdown kopiert, mit der gezeigten Verzweigung.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/branch_acts.py" />
            <source>The message was deleted.</source>
            <translation>Die Nachricht wurde gelöscht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/branch_acts.py" />
            <source>This is a chat of its own from here on. The other one stays as it is.</source>
            <translation>Ab hier ist dies ein eigener Chat. Der andere bleibt, wie er ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/branch_acts.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/branch_acts.py" />
            <source>{count} messages were deleted: this one and what hung on it.</source>
            <translation>{count} Nachrichten wurden gelöscht: diese und was daran hing.</translation>
        </message>
    </context>
    <context>
        <name>BranchSwitch</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/branch_switch.py" />
            <source>Earlier version</source>
            <translation>Frühere Fassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/branch_switch.py" />
            <source>Later version</source>
            <translation>Spätere Fassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/branch_switch.py" />
            <source>Version {number} of {count}</source>
            <translation>Fassung {number} von {count}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/branch_switch.py" />
            <source>{number} / {count}</source>
            <translation>{number} / {count}</translation>
        </message>
    </context>
    <context>
        <name>Bringing</name>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Copy into the models folder</source>
            <translation>In den Modellordner kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Copying “{name}”</source>
            <translation>„{name}“ wird kopiert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Import models</source>
            <translation>Modelle importieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Import the models of a folder</source>
            <translation>Modelle eines Ordners importieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Import {count} models?</source>
            <translation>{count} Modelle importieren?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Import “{name}”?</source>
            <translation>„{name}“ importieren?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>It has two places and takes room once.</source>
            <translation>Sie liegt an zwei Orten und braucht den Platz nur einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>It is gone from where it was.</source>
            <translation>Sie ist dann nicht mehr am alten Ort.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Link into the models folder</source>
            <translation>In den Modellordner verlinken</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Models (*.gguf)</source>
            <translation>Modelle (*.gguf)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Move into the models folder</source>
            <translation>In den Modellordner verschieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Moving “{name}”</source>
            <translation>„{name}“ wird verschoben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Nothing is copied. It is off the list while its disk is not connected.</source>
            <translation>Nichts wird kopiert. Es fehlt in der Liste, solange sein Datenträger nicht verbunden ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Reading “{name}”</source>
            <translation>„{name}“ wird gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Stopped. The originals are where they were, and no half file was kept.</source>
            <translation>Gestoppt. Die Originale sind, wo sie waren, und keine halbe Datei ist geblieben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Takes {size} more; {free} are free there.</source>
            <translation>Braucht {size} mehr; {free} sind dort frei.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Use in chat</source>
            <translation>Im Chat verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>Use it where it is</source>
            <translation>Dort verwenden, wo es liegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>{count} models are on the list now, {new} of them new.</source>
            <translation>{count} Modelle sind jetzt in der Liste, {new} davon neu.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>“{model}” is on the list. Its file is in the models folder.</source>
            <translation>„{model}“ ist in der Liste. Seine Datei liegt im Modellordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>“{model}” is on the list. Its file stays where it is.</source>
            <translation>„{model}“ ist in der Liste. Seine Datei bleibt, wo sie ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/bringing.py" />
            <source>“{model}” was on the list already. Nothing was changed.</source>
            <translation>„{model}“ war schon in der Liste. Nichts wurde geändert.</translation>
        </message>
    </context>
    <context>
        <name>CatalogList</name>
        <message>
            <location filename="desktop_slm/ui/models/choosing/catalog_list.py" />
            <source>All models of the list</source>
            <translation>Alle Modelle der Liste</translation>
        </message>
    </context>
    <context>
        <name>CatalogRow</name>
        <message>
            <location filename="desktop_slm/ui/models/choosing/catalog_list.py" />
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/catalog_list.py" />
            <source>Details of {model}</source>
            <translation>Einzelheiten zu {model}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/catalog_list.py" />
            <source>Get</source>
            <translation>Herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/catalog_list.py" />
            <source>Get {model}</source>
            <translation>{model} herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/catalog_list.py" />
            <source>Needs a newer engine</source>
            <translation>Braucht eine neuere Engine</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/catalog_list.py" />
            <source>On this computer</source>
            <translation>Auf diesem Computer</translation>
        </message>
    </context>
    <context>
        <name>Cells</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>1 passage could not be read.</source>
            <translation>1 Abschnitt konnte nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>A page of answer</source>
            <translation>Eine Seite Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>A page of document</source>
            <translation>Eine Seite Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Details of {model}</source>
            <translation>Einzelheiten zu {model}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Details…</source>
            <translation>Einzelheiten …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>It wrote no sentence.</source>
            <translation>Es hat keinen Satz geschrieben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Length</source>
            <translation>Länge</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Memory at most</source>
            <translation>Speicher höchstens</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Numbers and names not on the pages</source>
            <translation>Zahlen und Namen, die nicht auf den Seiten stehen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Practice model: do not rely on this</source>
            <translation>Übungsmodell: Verlassen Sie sich nicht darauf</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Sentences with evidence</source>
            <translation>Belegte Sätze</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Summary of {model}</source>
            <translation>Zusammenfassung von {model}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>This summary</source>
            <translation>Diese Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>and {time} to load</source>
            <translation>und {time} zum Laden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>not the length asked for</source>
            <translation>nicht die gewünschte Länge</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/outcome_cells.py" />
            <source>{count} passages could not be read.</source>
            <translation>{count} Abschnitte konnten nicht gelesen werden.</translation>
        </message>
    </context>
    <context>
        <name>ChangePanel</name>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>All kinds</source>
            <translation>Alle Arten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>Kind of change</source>
            <translation>Art der Änderung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>No change is of this kind.</source>
            <translation>Keine Änderung ist von dieser Art.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>No differences were found in the text that could be read.</source>
            <translation>Im lesbaren Text wurden keine Unterschiede gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>What matters</source>
            <translation>Was zählt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>Which changes are shown</source>
            <translation>Welche Änderungen gezeigt werden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/change_panel.py" />
            <source>“What matters” are numbers, dates, names, “not”, duties and conditions. Nothing of this is stored: export what you want to keep.</source>
            <translation>„Was zählt“ sind Zahlen, Daten, Namen, „nicht“, Pflichten und Bedingungen. Nichts davon wird gespeichert: Exportieren Sie, was Sie behalten wollen.</translation>
        </message>
    </context>
    <context>
        <name>ChatExchange</name>
        <message>
            <location filename="desktop_slm/ui/exchange/chat_exchange.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/exchange/chat_exchange.py" />
            <source>Chats</source>
            <translation>Chats</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/exchange/chat_exchange.py" />
            <source>Import chats</source>
            <translation>Chats importieren</translation>
        </message>
    </context>
    <context>
        <name>ChatPage</name>
        <message>
            <location filename="desktop_slm/ui/chat/page.py" />
            <source>An answer is being written. Stop it first, then go on here.</source>
            <translation>Eine Antwort wird gerade geschrieben. Stoppen Sie sie, dann geht es hier weiter.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/page.py" />
            <source>An answer is being written. Stop it first, then keep this.</source>
            <translation>Eine Antwort wird gerade geschrieben. Stoppen Sie sie, dann behalten Sie dies.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/page.py" />
            <source>New chat</source>
            <translation>Neuer Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/page.py" />
            <source>Send the message in the box first, or remove its files.</source>
            <translation>Senden Sie erst die Nachricht im Feld, oder entfernen Sie ihre Dateien.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/page.py" />
            <source>This document does not go with the assistant any more.</source>
            <translation>Dieses Dokument gehört nicht mehr zum Assistenten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/page.py" />
            <source>What you looked for is in another version of this chat, shown now.</source>
            <translation>Was Sie gesucht haben, steht in einer anderen Fassung dieses Chats, die jetzt gezeigt wird.</translation>
        </message>
    </context>
    <context>
        <name>ChatTitle</name>
        <message>
            <location filename="desktop_slm/ui/chat/chat_title.py" />
            <source>Title of this chat</source>
            <translation>Titel dieses Chats</translation>
        </message>
    </context>
    <context>
        <name>ChatsSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>After the first answer the model that gave it writes a title, in the background. Otherwise, and with the practice model, your first words are it.</source>
            <translation>Nach der ersten Antwort schreibt das Modell, das sie gab, im Hintergrund einen Titel. Sonst, und beim Übungsmodell, sind es Ihre ersten Wörter.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Already here: {0}.</source>
            <translation>Schon hier: {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>By the model</source>
            <translation>Vom Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Chats</source>
            <translation>Chats</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Chats taken in: {0}.</source>
            <translation>Übernommene Chats: {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Export all chats…</source>
            <translation>Alle Chats exportieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Files that were not read: {0}.</source>
            <translation>Nicht gelesene Dateien: {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>From ChatGPT’s data export (the ZIP or conversations.json), from GPT4All (.chat files), or from a file that was exported here. The files stay as they are, and no chat is taken in twice.</source>
            <translation>Aus dem Datenexport von ChatGPT (das ZIP oder conversations.json), aus GPT4All (.chat-Dateien) oder aus einer Datei, die hier exportiert wurde. Die Dateien bleiben, wie sie sind, und kein Chat wird zweimal übernommen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>GPT4All’s chats are on this computer: {0}</source>
            <translation>Chats von GPT4All sind auf diesem Computer: {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Import chats…</source>
            <translation>Chats importieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Keep all chats in a file</source>
            <translation>Alle Chats in einer Datei aufbewahren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>One file with every branch, which can be imported again. It is not encrypted: whoever has the file can read it.</source>
            <translation>Eine Datei mit allen Verzweigungen, die wieder importiert werden kann. Sie ist nicht verschlüsselt: Wer die Datei hat, kann sie lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Reading file {0} of {1}…</source>
            <translation>Datei {0} von {1} wird gelesen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Saved as “{0}”.</source>
            <translation>Gespeichert als „{0}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Take in chats</source>
            <translation>Chats übernehmen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Take them in</source>
            <translation>Übernehmen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/chats_section.py" />
            <source>Titles of chats</source>
            <translation>Titel der Chats</translation>
        </message>
    </context>
    <context>
        <name>ChoiceCard</name>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_card.py" />
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_card.py" />
            <source>Details of {model}</source>
            <translation>Einzelheiten zu {model}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_card.py" />
            <source>Get</source>
            <translation>Herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_card.py" />
            <source>Get {model}</source>
            <translation>{model} herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_card.py" />
            <source>On this computer</source>
            <translation>Auf diesem Computer</translation>
        </message>
    </context>
    <context>
        <name>ChoiceDialog</name>
        <message>
            <location filename="desktop_slm/ui/widgets/choice_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices.py" />
            <source>Hide all models</source>
            <translation>Modelle ausblenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices.py" />
            <source>Looking at what this computer can do…</source>
            <translation>Es wird geprüft, was dieser Computer kann …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices.py" />
            <source>Only Apache or MIT licenses</source>
            <translation>Nur Apache- oder MIT-Lizenz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices.py" />
            <source>Show all models</source>
            <translation>Alle Modelle zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices.py" />
            <source>Suggested for this computer</source>
            <translation>Vorschläge für diesen Computer</translation>
        </message>
    </context>
    <context>
        <name>CodeBlock</name>
        <message>
            <location filename="desktop_slm/ui/widgets/code_block.py" />
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/code_block.py" />
            <source>Code, {language}</source>
            <translation>Code, {language}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/code_block.py" />
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/code_block.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/code_block.py" />
            <source>Copy code</source>
            <translation>Code kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/code_block.py" />
            <source>code</source>
            <translation>Code</translation>
        </message>
    </context>
    <context>
        <name>CodeForm</name>
        <message>
            <location filename="desktop_slm/ui/opening/code_form.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/code_form.py" />
            <source>Enter the code.</source>
            <translation>Geben Sie den Code ein.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/code_form.py" />
            <source>It is the code of 28 letters and digits that you printed or saved. Capitals, spaces and hyphens do not matter.</source>
            <translation>Es ist der Code aus 28 Buchstaben und Ziffern, den Sie gedruckt oder gesichert haben. Großschreibung, Leerzeichen und Bindestriche sind egal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/code_form.py" />
            <source>Open with your recovery code</source>
            <translation>Mit Ihrem Wiederherstellungscode öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/code_form.py" />
            <source>Recovery code</source>
            <translation>Wiederherstellungscode</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/code_form.py" />
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
    </context>
    <context>
        <name>CodeLine</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/code_line.py" />
            <source>Save your recovery code</source>
            <translation>Wiederherstellungscode sichern</translation>
        </message>
    </context>
    <context>
        <name>ComparisonHeader</name>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Compare two versions</source>
            <translation>Zwei Fassungen vergleichen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Copy the list of changes</source>
            <translation>Liste der Änderungen kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Exchange</source>
            <translation>Tauschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Exchange the earlier and the later version</source>
            <translation>Frühere und spätere Fassung tauschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Markdown…</source>
            <translation>Markdown …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Plain text…</source>
            <translation>Reiner Text …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_header.py" />
            <source>Web page (HTML)…</source>
            <translation>Webseite (HTML) …</translation>
        </message>
    </context>
    <context>
        <name>ComparisonPanes</name>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Changes and texts</source>
            <translation>Änderungen und Texte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Choose the earlier version…</source>
            <translation>Frühere Fassung wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Choose the later version…</source>
            <translation>Spätere Fassung wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Earlier</source>
            <translation>Früher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Text of the earlier version</source>
            <translation>Text der früheren Fassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Text of the later version</source>
            <translation>Text der späteren Fassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_panes.py" />
            <source>Texts</source>
            <translation>Texte</translation>
        </message>
    </context>
    <context>
        <name>ComparisonView</name>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Changes</source>
            <translation>Änderungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Choose both, or drop them here. They may be of different formats: a Word document and its PDF. No model is needed, and nothing leaves this computer.</source>
            <translation>Wählen Sie beide, oder legen Sie sie hier ab. Die Formate dürfen verschieden sein: ein Word-Dokument und sein PDF. Es braucht kein Modell, und nichts verlässt diesen Computer.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Choose the earlier version</source>
            <translation>Frühere Fassung wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Choose the later version</source>
            <translation>Spätere Fassung wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Earlier version…</source>
            <translation>Frühere Fassung …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Later version…</source>
            <translation>Spätere Fassung …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>Saved as “{0}”.</source>
            <translation>Gespeichert als „{0}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>The list of changes was copied.</source>
            <translation>Die Liste der Änderungen wurde kopiert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_view.py" />
            <source>What is different between two versions?</source>
            <translation>Was unterscheidet zwei Fassungen?</translation>
        </message>
    </context>
    <context>
        <name>ComparisonWords</name>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Added</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Comparing the two versions…</source>
            <translation>Die beiden Fassungen werden verglichen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Earlier: {0}</source>
            <translation>Früher: {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Later: {0}</source>
            <translation>Später: {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Moved</source>
            <translation>Verschoben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>No differences were found in the text that could be read.</source>
            <translation>Im lesbaren Text wurden keine Unterschiede gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Not compared, because no text could be read there: {0} of “{1}”.</source>
            <translation>Nicht verglichen, weil dort kein Text gelesen werden konnte: {0} von „{1}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Reading “{0}”</source>
            <translation>„{0}“ wird gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Reading “{0}”, page {1} of {2}</source>
            <translation>„{0}“ wird gelesen, Seite {1} von {2}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>Removed</source>
            <translation>Entfernt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>all or some</source>
            <translation>alle oder einige</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>capital letters only</source>
            <translation>nur Großschreibung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>condition</source>
            <translation>Bedingung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>must or may</source>
            <translation>müssen oder dürfen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>number</source>
            <translation>Zahl</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>numbering only</source>
            <translation>nur Nummerierung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>opposite word</source>
            <translation>Gegenteil</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>page {0}</source>
            <translation>Seite {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>part {0}</source>
            <translation>Teil {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>punctuation only</source>
            <translation>nur Satzzeichen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>{0} added</source>
            <translation>{0} neu</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>{0} changed</source>
            <translation>{0} geändert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>{0} moved</source>
            <translation>{0} verschoben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>{0} removed</source>
            <translation>{0} entfernt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>{0} → {1}</source>
            <translation>{0} → {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/comparison_words.py" />
            <source>“not”</source>
            <translation>„nicht“</translation>
        </message>
    </context>
    <context>
        <name>Composer</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Add a file</source>
            <translation>Datei hinzufügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Ask anything. Drop a file to add it.</source>
            <translation>Fragen Sie etwas. Dateien können Sie hier ablegen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Insert a prompt</source>
            <translation>Vorlage einfügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Message</source>
            <translation>Nachricht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Pasted text</source>
            <translation>Eingefügter Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Send when the answer is done</source>
            <translation>Senden, wenn die Antwort fertig ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>paste as text</source>
            <translation>als Text einfügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>{count} characters</source>
            <translation>{count} Zeichen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/composer.py" />
            <source>{send} sends · {line} new line</source>
            <translation>{send} sendet · {line} neue Zeile</translation>
        </message>
    </context>
    <context>
        <name>ConfirmDialog</name>
        <message>
            <location filename="desktop_slm/ui/widgets/confirm_dialog.py" />
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/confirm_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/confirm_dialog.py" />
            <source>Open in browser</source>
            <translation>Im Browser öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/confirm_dialog.py" />
            <source>Open this address in your browser?</source>
            <translation>Diese Adresse in Ihrem Browser öffnen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/confirm_dialog.py" />
            <source>The link leads to {host}. It stands in text that a model or a document has written.</source>
            <translation>Der Link führt zu {host}. Er steht in einem Text, den ein Modell oder ein Dokument geschrieben hat.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/confirm_dialog.py" />
            <source>The link stands in text that a model or a document has written.</source>
            <translation>Der Link steht in einem Text, den ein Modell oder ein Dokument geschrieben hat.</translation>
        </message>
    </context>
    <context>
        <name>Connections</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/connection_words.py" />
            <source>d MMM yyyy HH:mm</source>
            <translation>d. MMM yyyy HH:mm</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/connection_words.py" />
            <source>download</source>
            <translation>Download</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/connection_words.py" />
            <source>facts of a file</source>
            <translation>Angaben zu einer Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/connection_words.py" />
            <source>list of files</source>
            <translation>Dateiliste</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/connection_words.py" />
            <source>newest version of this app</source>
            <translation>neueste Version dieser App</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/connection_words.py" />
            <source>search</source>
            <translation>Suche</translation>
        </message>
    </context>
    <context>
        <name>CoverageStrip</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/coverage_strip.py" />
            <source>Pages of the document: the summary rests on {0} of {1}</source>
            <translation>Seiten des Dokuments: Die Zusammenfassung beruht auf {0} von {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/coverage_strip.py" />
            <source>{0}: no text to rest on.</source>
            <translation>{0}: kein Text, auf dem etwas beruhen könnte.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/coverage_strip.py" />
            <source>{0}: nothing in the summary rests on it.</source>
            <translation>{0}: Nichts in der Zusammenfassung beruht darauf.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/coverage_strip.py" />
            <source>{0}: the summary rests on it.</source>
            <translation>{0}: Die Zusammenfassung beruht darauf.</translation>
        </message>
    </context>
    <context>
        <name>Described</name>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>Adapter</source>
            <translation>Adapter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>Document that it always has: {name}</source>
            <translation>Dokument, das er immer hat: {name}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>Example {number}, answer</source>
            <translation>Beispiel {number}, Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>Example {number}, question</source>
            <translation>Beispiel {number}, Frage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>How freely it writes</source>
            <translation>Wie frei er schreibt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>The one that you have chosen</source>
            <translation>Das, das Sie gewählt haben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>What it can and cannot do</source>
            <translation>Was er kann und was nicht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>What it is for</source>
            <translation>Wofür er da ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>What it is told</source>
            <translation>Was ihm gesagt wird</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/described.py" />
            <source>{model}. It is not on this computer: the one you have chosen answers.</source>
            <translation>{model}. Es ist nicht auf diesem Computer: Das gewählte antwortet.</translation>
        </message>
    </context>
    <context>
        <name>DigestSection</name>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/digest_section.py" />
            <source>Choose a model</source>
            <translation>Modell wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/digest_section.py" />
            <source>Digest</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/digest_section.py" />
            <source>Make a digest</source>
            <translation>Überblick erstellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/digest_section.py" />
            <source>Make it again</source>
            <translation>Neu erstellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/digest_section.py" />
            <source>Stopped. The summaries stand as they are; making it again goes on.</source>
            <translation>Gestoppt. Die Zusammenfassungen bleiben, wie sie sind; „Neu erstellen“ macht weiter.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/digest_section.py" />
            <source>This run ended with an error.</source>
            <translation>Dieser Lauf endete mit einem Fehler.</translation>
        </message>
    </context>
    <context>
        <name>DocumentBar</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Find in the document</source>
            <translation>Im Dokument suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>How the document is shown</source>
            <translation>Wie das Dokument gezeigt wird</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Larger</source>
            <translation>Größer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Outline and pages</source>
            <translation>Gliederung und Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Page before</source>
            <translation>Vorige Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Smaller</source>
            <translation>Kleiner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_bar.py" />
            <source>Text</source>
            <translation>Text</translation>
        </message>
    </context>
    <context>
        <name>DocumentFields</name>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>Add a document to the assistant</source>
            <translation>Dem Assistenten ein Dokument hinzufügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>Add a document…</source>
            <translation>Dokument hinzufügen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>Documents ({patterns})</source>
            <translation>Dokumente ({patterns})</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>Reading…</source>
            <translation>Wird gelesen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>Remove “{name}”</source>
            <translation>„{name}“ entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>{name} · {count} characters</source>
            <translation>{name} · {count} Zeichen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/document_fields.py" />
            <source>“{name}” is too long: an assistant takes {most} characters in all.</source>
            <translation>„{name}“ ist zu lang: Ein Assistent nimmt insgesamt {most} Zeichen.</translation>
        </message>
    </context>
    <context>
        <name>DocumentPane</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_pane.py" />
            <source>Fit the width</source>
            <translation>An die Breite anpassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_pane.py" />
            <source>Usual size</source>
            <translation>Übliche Größe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/document_pane.py" />
            <source>of {0}</source>
            <translation>von {0}</translation>
        </message>
    </context>
    <context>
        <name>DownloadRow</name>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Cancel {file}</source>
            <translation>{file} abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Enter an access token for {file}</source>
            <translation>Zugangstoken für {file} eingeben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Enter an access token…</source>
            <translation>Zugangstoken eingeben …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Go on with {file}</source>
            <translation>{file} fortsetzen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Pause {file}</source>
            <translation>{file} anhalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Resume</source>
            <translation>Fortsetzen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>This download did not end well.</source>
            <translation>Dieser Download ist nicht gut ausgegangen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_row.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
    </context>
    <context>
        <name>Downloads</name>
        <message>
            <location filename="desktop_slm/ui/models/network/downloads_section.py" />
            <source>As fast as it goes</source>
            <translation>So schnell es geht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/downloads_section.py" />
            <source>At most {size} a second</source>
            <translation>Höchstens {size} pro Sekunde</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>Paused · {amount}</source>
            <translation>Angehalten · {amount}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>Waits for its turn</source>
            <translation>Wartet, bis es an der Reihe ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>What came was not the right file; fetching it once more</source>
            <translation>Es kam nicht die richtige Datei; sie wird noch einmal geholt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{amount} · checking the file</source>
            <translation>{amount} · Datei wird geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{amount} · connecting</source>
            <translation>{amount} · Verbindung wird aufgebaut</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{amount} · connection lost, trying again</source>
            <translation>{amount} · Verbindung verloren, neuer Versuch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{amount} · {speed} a second</source>
            <translation>{amount} · {speed} pro Sekunde</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{count} h left</source>
            <translation>noch {count} h</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{count} min left</source>
            <translation>noch {count} min</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{count} s left</source>
            <translation>noch {count} s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{part} of {whole} GB</source>
            <translation>{part} von {whole} GB</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/download_words.py" />
            <source>{part} of {whole} MB</source>
            <translation>{part} von {whole} MB</translation>
        </message>
    </context>
    <context>
        <name>DownloadsSection</name>
        <message>
            <location filename="desktop_slm/ui/models/network/downloads_section.py" />
            <source>Coming in</source>
            <translation>Downloads</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/downloads_section.py" />
            <source>Highest speed</source>
            <translation>Höchste Geschwindigkeit</translation>
        </message>
    </context>
    <context>
        <name>DropTargets</name>
        <message>
            <location filename="desktop_slm/ui/drop_targets.py" />
            <source>Add to this chat</source>
            <translation>Zu diesem Chat hinzufügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/drop_targets.py" />
            <source>Drop files here</source>
            <translation>Dateien hier ablegen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/drop_targets.py" />
            <source>Summarize</source>
            <translation>Zusammenfassen</translation>
        </message>
    </context>
    <context>
        <name>EarlierList</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/earlier_list.py" />
            <source>Delete the trial of {name}</source>
            <translation>Probelauf von {name} löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/earlier_list.py" />
            <source>Earlier trials</source>
            <translation>Frühere Probeläufe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/earlier_list.py" />
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/earlier_list.py" />
            <source>Show the trial of {name}</source>
            <translation>Probelauf von {name} zeigen</translation>
        </message>
    </context>
    <context>
        <name>EarlierNote</name>
        <message>
            <location filename="desktop_slm/ui/chat/room/earlier_note.py" />
            <source>Folded</source>
            <translation>Zugeklappt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/earlier_note.py" />
            <source>Opened</source>
            <translation>Aufgeklappt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/earlier_note.py" />
            <source>Summary of the messages above</source>
            <translation>Zusammenfassung der Nachrichten darüber</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/earlier_note.py" />
            <source>Summary of the messages above, sent in their place</source>
            <translation>Zusammenfassung der Nachrichten darüber, an ihrer Stelle gesendet</translation>
        </message>
    </context>
    <context>
        <name>EarlierTrials</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/earlier_trials.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/earlier_trials.py" />
            <source>Delete the trial of “{name}”?</source>
            <translation>Probelauf von „{name}“ löschen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/earlier_trials.py" />
            <source>Its summaries and figures are erased for good. The document and the models stay.</source>
            <translation>Zusammenfassungen und Zahlen werden endgültig gelöscht. Das Dokument und die Modelle bleiben.</translation>
        </message>
    </context>
    <context>
        <name>EmptyChat</name>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>A model is what answers. Get one, then chat without a connection.</source>
            <translation>Ein Modell gibt die Antworten. Holen Sie eines, dann chatten Sie ohne Verbindung.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>Ask about a file…</source>
            <translation>Nach einer Datei fragen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>Explain in simple words: </source>
            <translation>Erkläre in einfachen Worten: </translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>Explain something</source>
            <translation>Etwas erklären</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>Open Models</source>
            <translation>Modelle öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>There is no model on this computer yet</source>
            <translation>Auf diesem Computer ist noch kein Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>What can I help with?</source>
            <translation>Womit kann ich helfen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>What you write and what is answered stays on this computer.</source>
            <translation>Was Sie schreiben und was geantwortet wird, bleibt auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>Write a message</source>
            <translation>Nachricht verfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/empty_chat.py" />
            <source>Write a short, friendly message: </source>
            <translation>Schreibe eine kurze, freundliche Nachricht: </translation>
        </message>
    </context>
    <context>
        <name>EntryGroup</name>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/entry_group.py" />
            <source>Show all {0}</source>
            <translation>Alle {0} zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/entry_group.py" />
            <source>Show {0} more</source>
            <translation>{0} weitere zeigen</translation>
        </message>
    </context>
    <context>
        <name>EvidenceNotes</name>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/evidence_notes.py" />
            <source>A link means that the words were found there, not that the sentence is right.</source>
            <translation>Ein Verweis bedeutet, dass die Wörter dort gefunden wurden, nicht, dass der Satz stimmt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/evidence_notes.py" />
            <source>Show {count} more</source>
            <translation>{count} weitere zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/evidence_notes.py" />
            <source>Tables and code were not looked for.</source>
            <translation>Tabellen und Code wurden nicht gesucht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/evidence_notes.py" />
            <source>There is no sentence here that could be looked for in {where}.</source>
            <translation>Hier ist kein Satz, der in {where} gesucht werden könnte.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/evidence_notes.py" />
            <source>{found} of 1 sentence found in {where}.</source>
            <translation>{found} von 1 Satz gefunden in {where}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/evidence_notes.py" />
            <source>{found} of {count} sentences found in {where}.</source>
            <translation>{found} von {count} Sätzen gefunden in {where}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/evidence_notes.py" />
            <source>“{sentence}” {what}</source>
            <translation>„{sentence}“ {what}</translation>
        </message>
    </context>
    <context>
        <name>EvidenceWords</name>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>A condition or an exception may be missing.</source>
            <translation>Eine Bedingung oder Ausnahme fehlt vielleicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>A name in it was not found there.</source>
            <translation>Ein Name daraus wurde dort nicht gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>A number in it belongs to something else there.</source>
            <translation>Eine Zahl daraus gehört dort zu etwas anderem.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>A number in it was hard to recognise in the picture: look at the page.</source>
            <translation>Eine Zahl daraus war im Bild schwer zu erkennen: Sehen Sie auf der Seite nach.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>A number in it was not found there.</source>
            <translation>Eine Zahl daraus wurde dort nicht gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>All, some or none may be mixed up.</source>
            <translation>Alle, einige oder keine sind vielleicht verwechselt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>Checked by you</source>
            <translation>Von Ihnen geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>Edited</source>
            <translation>Bearbeitet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>May and must may be mixed up.</source>
            <translation>Dürfen und müssen sind vielleicht verwechselt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>No passage found that supports this.</source>
            <translation>Keine Textstelle gefunden, die das belegt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>Not looked for in the document yet.</source>
            <translation>Im Dokument noch nicht gesucht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>Only part of this was found.</source>
            <translation>Nur ein Teil davon wurde gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>Past, present or future may be mixed up.</source>
            <translation>Vergangenheit, Gegenwart oder Zukunft sind vielleicht verwechselt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>The document seems to say the opposite.</source>
            <translation>Das Dokument scheint das Gegenteil zu sagen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>Who does what to whom may be mixed up.</source>
            <translation>Wer was mit wem tut, ist vielleicht verwechselt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>Whose claim it is may be missing.</source>
            <translation>Wer das behauptet, fehlt vielleicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>{0} and more</source>
            <translation>{0} und weitere</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>{0} are not in the document.</source>
            <translation>{0} stehen nicht im Dokument.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>{0} is not in the document.</source>
            <translation>{0} steht nicht im Dokument.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>“Not” may stand in one of the two and not in the other.</source>
            <translation>„Nicht“ steht vielleicht nur an einer der beiden Stellen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/evidence_words.py" />
            <source>“{0}”</source>
            <translation>„{0}“</translation>
        </message>
    </context>
    <context>
        <name>ExampleFields</name>
        <message>
            <location filename="desktop_slm/ui/assistants/example_fields.py" />
            <source>Add an example</source>
            <translation>Beispiel hinzufügen</translation>
        </message>
    </context>
    <context>
        <name>ExportButton</name>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Data (JSON)…</source>
            <translation>Daten (JSON) …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Markdown…</source>
            <translation>Markdown …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Only what I have checked</source>
            <translation>Nur, was ich geprüft habe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>PDF…</source>
            <translation>PDF …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Plain text…</source>
            <translation>Reiner Text …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Print…</source>
            <translation>Drucken …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Web page (HTML)…</source>
            <translation>Webseite (HTML) …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/export_button.py" />
            <source>Word document…</source>
            <translation>Word-Dokument …</translation>
        </message>
    </context>
    <context>
        <name>FailureForm</name>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Choose the key file</source>
            <translation>Schlüsseldatei wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Open with a key file…</source>
            <translation>Mit Schlüsseldatei öffnen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Open with your recovery code…</source>
            <translation>Mit Ihrem Wiederherstellungscode öffnen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Restore a backup…</source>
            <translation>Sicherung zurückspielen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Store nothing this time</source>
            <translation>Diesmal nichts speichern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Until then you can work without storing anything: what you make is gone when you close the window, and what is stored stays as it is.</source>
            <translation>Bis dahin können Sie arbeiten, ohne zu speichern: Was Sie machen, ist beim Schließen des Fensters weg, und was gespeichert ist, bleibt, wie es ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/failure_form.py" />
            <source>Your chats and summaries could not be opened</source>
            <translation>Ihre Chats und Zusammenfassungen konnten nicht geöffnet werden</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/figures.py" />
            <source>{count} GB</source>
            <translation>{count} GB</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/figures.py" />
            <source>{count} MB</source>
            <translation>{count} MB</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/figures.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} min {seconds} s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/figures.py" />
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/figures.py" />
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <location filename="desktop_slm/ui/chat/finding/find_bar.py" />
            <source>Close the search</source>
            <translation>Suche schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/finding/find_bar.py" />
            <source>Find in this chat</source>
            <translation>In diesem Chat suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/finding/find_bar.py" />
            <source>Match before</source>
            <translation>Voriger Treffer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/finding/find_bar.py" />
            <source>Next match</source>
            <translation>Nächster Treffer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/finding/find_bar.py" />
            <source>Not in this chat</source>
            <translation>Nicht in diesem Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/finding/find_bar.py" />
            <source>{at} of {count}</source>
            <translation>{at} von {count}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/finding/find_bar.py" />
            <source>{count} found</source>
            <translation>{count} gefunden</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>1 core, {all} of memory ({free} free).</source>
            <translation>1 Kern, {all} Speicher ({free} frei).</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/switching.py" />
            <source>1 summary was made by the practice model.</source>
            <translation>1 Zusammenfassung stammt vom Übungsmodell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>A graphics card with {memory}.</source>
            <translation>Eine Grafikkarte mit {memory}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>By its measured speed a page of answer with the suggested model takes {page}, and a {count}-page document {document}.</source>
            <translation>Nach seinem gemessenen Tempo braucht eine Seite Antwort mit dem vorgeschlagenen Modell {page} und ein Dokument von {count} Seiten {document}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Choose a model</source>
            <translation>Modell wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/switching.py" />
            <source>Make it again</source>
            <translation>Neu erstellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/switching.py" />
            <source>Make them again</source>
            <translation>Neu machen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>Models of up to {size} fit if other programs are closed.</source>
            <translation>Modelle bis {size} passen, wenn andere Programme geschlossen sind.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>Models of up to {size} fit.</source>
            <translation>Modelle bis {size} passen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>Models of up to {size} fit; up to {more} if other programs are closed.</source>
            <translation>Modelle bis {size} passen; bis {more}, wenn andere Programme geschlossen sind.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>No model of our list fits into its memory; a smaller one may.</source>
            <translation>Kein Modell unserer Liste passt in den Speicher; ein kleineres vielleicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/switching.py" />
            <source>The last answer of this chat is the practice model’s.</source>
            <translation>Die letzte Antwort dieses Chats stammt vom Übungsmodell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>We suggest {model}: {size} to download, {license}.</source>
            <translation>Wir schlagen {model} vor: {size} herunterzuladen, {license}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/words.py" />
            <source>{cores} cores, {all} of memory ({free} free).</source>
            <translation>{cores} Kerne, {all} Speicher ({free} frei).</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/switching.py" />
            <source>{count} summaries were made by the practice model.</source>
            <translation>{count} Zusammenfassungen stammen vom Übungsmodell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/switching.py" />
            <source>“{model}” is on this computer and answers from now on.</source>
            <translation>„{model}“ ist auf diesem Computer und antwortet ab jetzt.</translation>
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>A private assistant, on this computer</source>
            <translation>Ein privater Assistent, auf diesem Computer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>Chat and summarize documents. No account, no cloud.</source>
            <translation>Chatten und Dokumente zusammenfassen. Kein Konto, keine Cloud.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>First steps</source>
            <translation>Erste Schritte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>Import the file of a model that you have.</source>
            <translation>Importieren Sie die Datei eines Modells, das Sie haben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>Measuring for about two seconds…</source>
            <translation>Es wird etwa zwei Sekunden gemessen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>No model can be suggested without that. Import one, or look on.</source>
            <translation>Ohne das lässt sich kein Modell vorschlagen. Importieren Sie eines, oder sehen Sie sich um.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>This window was started offline, so no model can be got. Import the file of one that you have.</source>
            <translation>Dieses Fenster wurde offline gestartet, deshalb lässt sich kein Modell herunterladen. Importieren Sie die Datei eines Modells, das Sie haben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>What is kept, and what is sent</source>
            <translation>Was aufbewahrt und was gesendet wird</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>What this computer can do</source>
            <translation>Was dieser Computer kann</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>Your chats, summaries and the text read from documents are stored encrypted on this computer. Your original files and what you export stay as they are. If you search for or get a model, your search words or the model’s name, and your internet address, reach Hugging Face; nothing else is sent.</source>
            <translation>Ihre Chats, Zusammenfassungen und der aus Dokumenten gelesene Text werden verschlüsselt auf diesem Computer gespeichert. Ihre Originaldateien und was Sie exportieren, bleiben, wie sie sind. Wenn Sie ein Modell suchen oder herunterladen, erreichen Ihre Suchwörter oder der Name des Modells und Ihre Internetadresse Hugging Face; sonst wird nichts gesendet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/page.py" />
            <source>Your organisation keeps this app offline. Import the file of a model that you have.</source>
            <translation>Ihre Organisation hält diese App offline. Importieren Sie die Datei eines Modells, das Sie haben.</translation>
        </message>
    </context>
    <context>
        <name>FolderActs</name>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Chats, summaries and their documents, also in the backups. This cannot be undone.</source>
            <translation>Chats, Zusammenfassungen und ihre Dokumente, auch in den Sicherungen. Das lässt sich nicht rückgängig machen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Delete folder</source>
            <translation>Ordner löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Delete the folder “{folder}”?</source>
            <translation>Ordner „{folder}“ löschen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Erase and go on</source>
            <translation>Löschen und fortfahren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Erase everything in it for good</source>
            <translation>Alles darin endgültig löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Erase what is older?</source>
            <translation>Löschen, was älter ist?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>In it: {things}.</source>
            <translation>Darin: {things}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Keep what is in it</source>
            <translation>Inhalt behalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>The chats and summaries go back to the list.</source>
            <translation>Die Chats und Zusammenfassungen kommen zurück in die Liste.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/acts.py" />
            <source>Unchanged for more than {days}: {things}. That is erased for good now.</source>
            <translation>Seit mehr als {days} unverändert: {things}. Das wird jetzt endgültig gelöscht.</translation>
        </message>
    </context>
    <context>
        <name>FolderExport</name>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <source>Chats</source>
            <translation>Chats</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <source>Left out, because nothing was made of them yet: {0}.</source>
            <translation>Weggelassen, weil noch nichts daraus gemacht wurde: {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <source>Saved as “{0}”.</source>
            <translation>Gespeichert als „{0}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <source>Summaries</source>
            <translation>Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <source>Untitled</source>
            <translation>Ohne Titel</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <source>Where shall the folder of files stand?</source>
            <translation>Wo soll der Ordner mit den Dateien stehen?</translation>
        </message>
    </context>
    <context>
        <name>FolderExportDialog</name>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>A folder of files</source>
            <translation>Ein Ordner mit Dateien</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Choose where…</source>
            <translation>Ort wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Data (JSON)</source>
            <translation>Daten (JSON)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Export “{folder}”</source>
            <translation>„{folder}“ exportieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>One ZIP file</source>
            <translation>Eine ZIP-Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Web pages (HTML)</source>
            <translation>Webseiten (HTML)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>What is exported is not encrypted: whoever has the files can read them.</source>
            <translation>Was exportiert wird, ist nicht verschlüsselt: Wer die Dateien hat, kann sie lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>Word documents</source>
            <translation>Word-Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/export_dialog.py" />
            <source>{things}, each as a file of its own.</source>
            <translation>{things}, jedes als eigene Datei.</translation>
        </message>
    </context>
    <context>
        <name>FolderNameDialog</name>
        <message>
            <location filename="desktop_slm/ui/folders/name_dialog.py" />
            <source>A folder holds chats and summaries that belong together. It can be exported, kept for some days only, or erased as one.</source>
            <translation>Ein Ordner enthält Chats und Zusammenfassungen, die zusammengehören. Er lässt sich als Ganzes exportieren, nur einige Tage aufbewahren oder löschen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/name_dialog.py" />
            <source>A matter, a patient, a course</source>
            <translation>Ein Fall, eine Patientin, ein Kurs</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/name_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/name_dialog.py" />
            <source>Make folder</source>
            <translation>Ordner erstellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/name_dialog.py" />
            <source>Name of the folder</source>
            <translation>Name des Ordners</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/name_dialog.py" />
            <source>New folder</source>
            <translation>Neuer Ordner</translation>
        </message>
    </context>
    <context>
        <name>FolderSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>A move to {target} was interrupted. Nothing is lost: what has not come is still in {source}.</source>
            <translation>Ein Umzug nach {target} wurde unterbrochen. Nichts ist verloren: Was noch nicht angekommen ist, liegt weiter in {source}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Choose another folder…</source>
            <translation>Anderen Ordner wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Copy path of the models folder</source>
            <translation>Pfad des Modellordners kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Keep models somewhere else</source>
            <translation>Modelle woanders aufbewahren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Leave the models where they are</source>
            <translation>Modelle lassen, wo sie sind</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Model files (.gguf) that you put here are listed on the Models page. Files that you import stay where they are unless you choose otherwise.</source>
            <translation>Modelldateien (.gguf), die Sie hier ablegen, stehen auf der Seite „Modelle“. Importierte Dateien bleiben, wo sie sind, wenn Sie nichts anderes wählen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Models folder</source>
            <translation>Modellordner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Move it back</source>
            <translation>Zurück verschieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Move what is in the folder</source>
            <translation>Inhalt des Ordners verschieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Moving “{name}” · {percent} %</source>
            <translation>„{name}“ wird verschoben · {percent} %</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Moving…</source>
            <translation>Wird verschoben …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>On a larger disk, for example. What is in the folder moves along, or stays where it is, as you choose.</source>
            <translation>Zum Beispiel auf einem größeren Datenträger. Der Inhalt des Ordners zieht mit um oder bleibt, wo er ist, wie Sie es wählen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Stop moving</source>
            <translation>Umzug stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>The models folder is where it was. What had been moved was taken back.</source>
            <translation>Der Modellordner ist, wo er war. Was schon verschoben war, wurde zurückgeholt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>The models folder is {path} now.</source>
            <translation>Der Modellordner ist jetzt {path}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>They stay on the list. New ones go to the other folder.</source>
            <translation>Sie bleiben in der Liste. Neue kommen in den anderen Ordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Use this folder</source>
            <translation>Diesen Ordner verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Use this folder for models?</source>
            <translation>Diesen Ordner für Modelle verwenden?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>Where to keep models</source>
            <translation>Ort für die Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>{size} are copied to the other disk, compared, and then removed here.</source>
            <translation>{size} werden auf den anderen Datenträger kopiert, verglichen und dann hier entfernt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/folder_section.py" />
            <source>{size} stay on the same disk; this takes a moment.</source>
            <translation>{size} bleiben auf demselben Datenträger; das dauert nur einen Moment.</translation>
        </message>
    </context>
    <context>
        <name>Folders</name>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>1 chat</source>
            <translation>1 Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>1 day</source>
            <translation>1 Tag</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>1 summary</source>
            <translation>1 Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>Erased from “{folder}”: {things}, unchanged for more than {days}.</source>
            <translation>Aus „{folder}“ gelöscht: {things}, länger unverändert als {days}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>{0} and {1}</source>
            <translation>{0} und {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>{0} chats</source>
            <translation>{0} Chats</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>{0} days</source>
            <translation>{0} Tage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>{0} summaries</source>
            <translation>{0} Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/words.py" />
            <source>“{folder}” was erased, with {things}.</source>
            <translation>„{folder}“ wurde gelöscht, mit {things}.</translation>
        </message>
    </context>
    <context>
        <name>FormDialog</name>
        <message>
            <location filename="desktop_slm/ui/assistants/form_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>FormulaLabels</name>
        <message>
            <location filename="desktop_slm/ui/widgets/formula_labels.py" />
            <source>Formula: {latex}</source>
            <translation>Formel: {latex}</translation>
        </message>
    </context>
    <context>
        <name>Found</name>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Chat: {title}</source>
            <translation>Chat: {title}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Chats</source>
            <translation>Chats</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Document: {title}. {text}</source>
            <translation>Dokument: {title}. {text}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Message in {title}: {text}</source>
            <translation>Nachricht in {title}: {text}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>New chat</source>
            <translation>Neuer Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Not sent</source>
            <translation>Nicht gesendet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Not sent in {title}: {text}</source>
            <translation>Nicht gesendet in {title}: {text}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Question: {title}. {text}</source>
            <translation>Frage: {title}. {text}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Questions to documents</source>
            <translation>Fragen an Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Summaries</source>
            <translation>Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>Summary: {title}. {text}</source>
            <translation>Zusammenfassung: {title}. {text}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>{name}, page {page}</source>
            <translation>{name}, Seite {page}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>{title} (archived)</source>
            <translation>{title} (archiviert)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <source>{title} · in {folder}</source>
            <translation>{title} · in {folder}</translation>
        </message>
    </context>
    <context>
        <name>FoundCard</name>
        <message>
            <location filename="desktop_slm/ui/models/files/found_card.py" />
            <source>1 model of another app is on this computer ({apps}). It can be used where it is; nothing is copied.</source>
            <translation>1 Modell einer anderen App ist auf diesem Computer ({apps}). Es kann dort verwendet werden, wo es liegt; nichts wird kopiert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/found_card.py" />
            <source>Choose which to use…</source>
            <translation>Auswählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/found_card.py" />
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/found_card.py" />
            <source>{count} models of other apps are on this computer ({apps}). They can be used where they are; nothing is copied.</source>
            <translation>{count} Modelle anderer Apps sind auf diesem Computer ({apps}). Sie können dort verwendet werden, wo sie liegen; nichts wird kopiert.</translation>
        </message>
    </context>
    <context>
        <name>FoundList</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/found_list.py" />
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
    </context>
    <context>
        <name>Freedom</name>
        <message>
            <location filename="desktop_slm/ui/assistants/freedom.py" />
            <source>Always the likeliest word: the same answer each time</source>
            <translation>Immer das wahrscheinlichste Wort: jedes Mal dieselbe Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/freedom.py" />
            <source>As set: {values}</source>
            <translation>Wie eingestellt: {values}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/freedom.py" />
            <source>Bold: surprising, and wrong more often</source>
            <translation>Kühn: überraschend und öfter falsch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/freedom.py" />
            <source>Careful: for facts and documents</source>
            <translation>Vorsichtig: für Tatsachen und Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/freedom.py" />
            <source>Freer: for letters and ideas</source>
            <translation>Freier: für Briefe und Ideen</translation>
        </message>
    </context>
    <context>
        <name>GetDialog</name>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>Accept and get</source>
            <translation>Annehmen und herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>Get a model</source>
            <translation>Modell herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>Get {name}?</source>
            <translation>{name} herunterladen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>License: {license}</source>
            <translation>Lizenz: {license}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>Read the license</source>
            <translation>Lizenz lesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>not stated by its publisher</source>
            <translation>vom Herausgeber nicht angegeben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>{size} from {repo}</source>
            <translation>{size} von {repo}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/get_dialog.py" />
            <source>{size} in {count} files from {repo}</source>
            <translation>{size} in {count} Dateien von {repo}</translation>
        </message>
    </context>
    <context>
        <name>Getting</name>
        <message>
            <location filename="desktop_slm/ui/models/network/getting.py" />
            <source>The download goes on.</source>
            <translation>Der Download geht weiter.</translation>
        </message>
    </context>
    <context>
        <name>GivenFiles</name>
        <message>
            <location filename="desktop_slm/ui/given_files.py" />
            <source>Folders cannot be opened; drop the files in them.</source>
            <translation>Ordner lassen sich nicht öffnen; legen Sie die Dateien daraus ab.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/given_files.py" />
            <source>{count} things were not opened; drop files of this computer.</source>
            <translation>{count} Objekte wurden nicht geöffnet; legen Sie Dateien dieses Computers ab.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/given_files.py" />
            <source>“{name}” is a folder; drop the files in it.</source>
            <translation>„{name}“ ist ein Ordner; legen Sie die Dateien daraus ab.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/given_files.py" />
            <source>“{name}” is not there any more; nothing was opened.</source>
            <translation>„{name}“ ist nicht mehr da; nichts wurde geöffnet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/given_files.py" />
            <source>“{name}” lies on another computer and was not opened; copy it to this one first, or choose it with Ctrl+O.</source>
            <translation>„{name}“ liegt auf einem anderen Computer und wurde nicht geöffnet; kopieren Sie es erst auf diesen, oder wählen Sie es mit Strg+O.</translation>
        </message>
    </context>
    <context>
        <name>GlancePane</name>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Amounts</source>
            <translation>Beträge</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Dates</source>
            <translation>Daten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Key sentences</source>
            <translation>Schlüsselsätze</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Key terms</source>
            <translation>Schlüsselbegriffe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Looking through the text…</source>
            <translation>Der Text wird durchgesehen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Outline</source>
            <translation>Gliederung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>Taken from the document word for word, without a model.</source>
            <translation>Wort für Wort aus dem Dokument, ohne Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>There is no text in this document to look through.</source>
            <translation>In diesem Dokument ist kein Text zum Durchsehen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/glance_pane.py" />
            <source>{0} times</source>
            <translation>{0}-mal</translation>
        </message>
    </context>
    <context>
        <name>HistoryDelegate</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_delegate.py" />
            <source>Title</source>
            <translation>Titel</translation>
        </message>
    </context>
    <context>
        <name>HistoryList</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Archive</source>
            <translation>Archivieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Ask about this folder</source>
            <translation>Zu diesem Ordner fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_list.py" />
            <source>Chats and summaries</source>
            <translation>Chats und Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Data with all branches (JSON)…</source>
            <translation>Daten mit allen Verzweigungen (JSON) …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Delete…</source>
            <translation>Löschen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Export as</source>
            <translation>Exportieren als</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Export…</source>
            <translation>Exportieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Keep for…</source>
            <translation>Aufbewahren für …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Markdown…</source>
            <translation>Markdown …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Move to</source>
            <translation>Verschieben nach</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>New chat in this folder</source>
            <translation>Neuer Chat in diesem Ordner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>New folder…</source>
            <translation>Neuer Ordner …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Out of the folder</source>
            <translation>Aus dem Ordner nehmen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>PDF…</source>
            <translation>PDF …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Pin to the top</source>
            <translation>Oben anheften</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Unpin</source>
            <translation>Nicht mehr anheften</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Web page (HTML)…</source>
            <translation>Webseite (HTML) …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/entry_menu.py" />
            <source>Word document…</source>
            <translation>Word-Dokument …</translation>
        </message>
    </context>
    <context>
        <name>HistoryModel</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/neutral_title.py" />
            <source>Chat · {when}</source>
            <translation>Chat · {when}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Earlier</source>
            <translation>Früher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Folder {name}, folded, {count} inside</source>
            <translation>Ordner {name}, zugeklappt, {count} darin</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Folder {name}, unfolded, {count} inside</source>
            <translation>Ordner {name}, aufgeklappt, {count} darin</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Last month</source>
            <translation>Letzter Monat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Last week</source>
            <translation>Letzte Woche</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Pinned</source>
            <translation>Angeheftet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/neutral_title.py" />
            <source>Summary · {when}</source>
            <translation>Zusammenfassung · {when}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Summary: {title}</source>
            <translation>Zusammenfassung: {title}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Today</source>
            <translation>Heute</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/hit_words.py" />
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Untitled</source>
            <translation>Ohne Titel</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>Yesterday</source>
            <translation>Gestern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>{days} d · {count}</source>
            <translation>{days} T · {count}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>{folder}, kept for 1 day</source>
            <translation>{folder}, wird 1 Tag aufbewahrt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/history_model.py" />
            <source>{folder}, kept for {days} days</source>
            <translation>{folder}, für {days} Tage behalten</translation>
        </message>
    </context>
    <context>
        <name>HubDialog</name>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Get a model from Hugging Face</source>
            <translation>Modell von Hugging Face holen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Get…</source>
            <translation>Herunterladen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>License: {license}</source>
            <translation>Lizenz: {license}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Looking at the files of one model.</source>
            <translation>Die Dateien eines Modells ansehen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Looking at the files of {repo}…</source>
            <translation>Die Dateien von {repo} werden angesehen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Nothing was found. Try fewer or other words.</source>
            <translation>Nichts gefunden. Versuchen Sie weniger oder andere Wörter.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Search by words such as “qwen3 4b”, or paste the address of a model. Nothing goes out before you press Search.</source>
            <translation>Suchen Sie mit Wörtern wie „qwen3 4b“, oder fügen Sie die Adresse eines Modells ein. Nichts geht hinaus, bevor Sie „Suchen“ drücken.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Searching Hugging Face for these words.</source>
            <translation>Hugging Face nach diesen Wörtern durchsuchen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Searching…</source>
            <translation>Wird gesucht …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Show its files</source>
            <translation>Dateien zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>The most fetched first. Choose one to see its files.</source>
            <translation>Die meistgeladenen zuerst. Wählen Sie eines, um seine Dateien zu sehen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>Words, owner/name, or a pasted address</source>
            <translation>Wörter, Konto/Name oder eine eingefügte Adresse</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>{repo} · license: {license} · smaller files are less exact</source>
            <translation>{repo} · Lizenz: {license} · kleinere Dateien sind weniger genau</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_dialog.py" />
            <source>“{repo}” holds no model file that could be run here.</source>
            <translation>„{repo}“ enthält keine Modelldatei, die hier laufen könnte.</translation>
        </message>
    </context>
    <context>
        <name>IconPicker</name>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Book</source>
            <translation>Buch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Chart</source>
            <translation>Diagramm</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Clipboard</source>
            <translation>Klemmbrett</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Code</source>
            <translation>Code</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Globe</source>
            <translation>Globus</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Graduation cap</source>
            <translation>Doktorhut</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Icon</source>
            <translation>Symbol</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Light bulb</source>
            <translation>Glühbirne</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>List</source>
            <translation>Liste</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Magnifying glass</source>
            <translation>Lupe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Pen</source>
            <translation>Stift</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Scales</source>
            <translation>Waage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Sparkles</source>
            <translation>Funken</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Speech bubble</source>
            <translation>Sprechblase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Star</source>
            <translation>Stern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/icon_picker.py" />
            <source>Stethoscope</source>
            <translation>Stethoskop</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <location filename="desktop_slm/ui/assistants/import_dialog.py" />
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/import_dialog.py" />
            <source>Add the assistant “{name}”?</source>
            <translation>Assistenten „{name}“ hinzufügen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/import_dialog.py" />
            <source>Everything in the file</source>
            <translation>Alles, was in der Datei steht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/import_dialog.py" />
            <source>This is everything that is in the file, and all of it goes to the model in each of its chats. Read it: whoever wrote it also decides what the answers are like.</source>
            <translation>Dies ist alles, was in der Datei steht, und alles davon geht in jedem seiner Chats an das Modell. Lesen Sie es: Wer es geschrieben hat, bestimmt mit, wie die Antworten ausfallen.</translation>
        </message>
    </context>
    <context>
        <name>InlineWriter</name>
        <message>
            <location filename="desktop_slm/ui/widgets/inline_writer.py" />
            <source>image</source>
            <translation>Bild</translation>
        </message>
    </context>
    <context>
        <name>KeepingDialog</name>
        <message>
            <location filename="desktop_slm/ui/folders/keeping_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/keeping_dialog.py" />
            <source>Days</source>
            <translation>Tage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/keeping_dialog.py" />
            <source>For good</source>
            <translation>Für immer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/keeping_dialog.py" />
            <source>For some days after the last change:</source>
            <translation>Einige Tage nach der letzten Änderung:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/keeping_dialog.py" />
            <source>How long does “{folder}” keep what is in it?</source>
            <translation>Wie lange bewahrt „{folder}“ seinen Inhalt auf?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/keeping_dialog.py" />
            <source>Keep so</source>
            <translation>So aufbewahren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/keeping_dialog.py" />
            <source>What has not been changed for so long is erased for good, also from the backups: when the app is opened, and every day while it is open. What is put into the folder is kept for the days from then on.</source>
            <translation>Was so lange nicht geändert wurde, wird endgültig gelöscht, auch aus den Sicherungen: beim Öffnen der App und jeden Tag, solange sie geöffnet ist. Was in den Ordner kommt, wird ab dann so viele Tage aufbewahrt.</translation>
        </message>
    </context>
    <context>
        <name>KeyAgain</name>
        <message>
            <location filename="desktop_slm/ui/opening/key_again.py" />
            <source>In this system’s keyring</source>
            <translation>Im Schlüsselbund dieses Systems</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/key_again.py" />
            <source>It opens when you sign in; nothing is asked at the start.</source>
            <translation>Er öffnet sich, wenn Sie sich anmelden; beim Start wird nichts gefragt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/key_again.py" />
            <source>Keep it there</source>
            <translation>Dort verwahren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/key_again.py" />
            <source>Under a new passphrase</source>
            <translation>Unter einer neuen Passphrase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/key_again.py" />
            <source>Until you choose, the recovery code is asked for at each start.</source>
            <translation>Bis Sie wählen, wird bei jedem Start nach dem Wiederherstellungscode gefragt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/key_again.py" />
            <source>You enter it at each start.</source>
            <translation>Sie geben sie bei jedem Start ein.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/key_again.py" />
            <source>Your data is open. Where should its key be kept now?</source>
            <translation>Ihre Daten sind geöffnet. Wo soll ihr Schlüssel jetzt verwahrt werden?</translation>
        </message>
    </context>
    <context>
        <name>KeyDialog</name>
        <message>
            <location filename="desktop_slm/ui/opening/key_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>KeyListDialog</name>
        <message>
            <location filename="desktop_slm/ui/key_list.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/key_list.py" />
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/key_list.py" />
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
    </context>
    <context>
        <name>Language</name>
        <message>
            <location filename="desktop_slm/ui/language.py" />
            <source>en</source>
            <translation>de</translation>
        </message>
    </context>
    <context>
        <name>LanguageNames</name>
        <message>
            <location filename="desktop_slm/ui/language.py" />
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/language.py" />
            <source>French</source>
            <translation>Französisch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/language.py" />
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
    </context>
    <context>
        <name>ListedRow</name>
        <message>
            <location filename="desktop_slm/ui/assistants/row.py" />
            <source>More for “{name}”</source>
            <translation>Mehr zu „{name}“</translation>
        </message>
    </context>
    <context>
        <name>LockButton</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/lock_button.py" />
            <source>Lock the app</source>
            <translation>App sperren</translation>
        </message>
    </context>
    <context>
        <name>LockSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>After 1 minute</source>
            <translation>Nach 1 Minute</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>After {minutes} minutes</source>
            <translation>Nach {minutes} Minuten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>All chats, summaries, backups, keys, settings and the log are erased, and the app closes. Nothing brings them back. Files that you saved elsewhere, your own documents and the models stay.</source>
            <translation>Alle Chats, Zusammenfassungen, Sicherungen, Schlüssel, Einstellungen und das Protokoll werden gelöscht, und die App schließt sich. Nichts bringt sie zurück. Dateien, die Sie anderswo gespeichert haben, Ihre eigenen Dokumente und die Modelle bleiben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>All chats, summaries, backups, keys, settings and the log go for good. Models and your own documents stay.</source>
            <translation>Alle Chats, Zusammenfassungen, Sicherungen, Schlüssel, Einstellungen und das Protokoll verschwinden endgültig. Modelle und Ihre eigenen Dokumente bleiben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Change…</source>
            <translation>Ändern …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Closes the data, unloads the model and blanks the window; an answer or a summary under way is kept as it stands. Ctrl+L locks at once.</source>
            <translation>Schließt die Daten, entlädt das Modell und leert das Fenster; eine laufende Antwort oder Zusammenfassung bleibt, wie sie steht. Strg+L sperrt sofort.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Erase everything</source>
            <translation>Alles löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Erase everything for good?</source>
            <translation>Alles endgültig löschen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Erase everything…</source>
            <translation>Alles löschen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Hidden, each shows only what it is and when, until it is opened.</source>
            <translation>Verborgen zeigt jeder nur, was er ist und von wann, bis er geöffnet wird.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Hide</source>
            <translation>Verbergen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>It is asked for after a lock. At the start the keyring opens the data.</source>
            <translation>Nach ihr wird nach einer Sperre gefragt. Beim Start öffnet der Schlüsselbund die Daten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>It is asked for at each start, and after a lock.</source>
            <translation>Nach ihr wird bei jedem Start und nach einer Sperre gefragt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Lock after</source>
            <translation>Sperren nach</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Lock and recovery</source>
            <translation>Sperre und Wiederherstellung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Lock when nobody is there</source>
            <translation>Sperren, wenn niemand da ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Lock with the computer</source>
            <translation>Mit dem Computer sperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>None is set: whoever uses your account can open the data.</source>
            <translation>Keine festgelegt: Wer Ihr Konto benutzt, kann die Daten öffnen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Nothing is stored, so there is nothing to lock.</source>
            <translation>Nichts ist gespeichert, deshalb gibt es nichts zu sperren.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Only when asked</source>
            <translation>Nur auf Wunsch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Recovery code</source>
            <translation>Wiederherstellungscode</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Remove…</source>
            <translation>Entfernen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Renew…</source>
            <translation>Erneuern …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Save your recovery code…</source>
            <translation>Wiederherstellungscode sichern …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Set a passphrase first: it unlocks the app.</source>
            <translation>Legen Sie erst eine Passphrase fest: Sie entsperrt die App.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Set a passphrase…</source>
            <translation>Passphrase festlegen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Set by your organisation. Where no passphrase is set, the window closes instead.</source>
            <translation>Von Ihrer Organisation festgelegt. Wo keine Passphrase festgelegt ist, schließt sich stattdessen das Fenster.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>There is none: if the keyring is lost or the passphrase forgotten, nobody can open your data any more.</source>
            <translation>Es gibt keinen: Geht der Schlüsselbund verloren oder wird die Passphrase vergessen, kann niemand mehr Ihre Daten öffnen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>Titles in the list</source>
            <translation>Titel in der Liste</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>When it wakes from sleep, and when the session is locked where the desktop says so; elsewhere the time above has to do.</source>
            <translation>Wenn er aus dem Ruhezustand erwacht und wenn die Sitzung gesperrt wird, wo der Desktop es meldet; sonst muss die Zeit oben genügen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/lock_section.py" />
            <source>You have one. Renewing it ends the one before.</source>
            <translation>Sie haben einen. Wird er erneuert, gilt der vorige nicht mehr.</translation>
        </message>
    </context>
    <context>
        <name>LockWindow</name>
        <message>
            <location filename="desktop_slm/ui/lock/window.py" />
            <source>Closing your data …</source>
            <translation>Ihre Daten werden geschlossen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/lock/window.py" />
            <source>Desktop SLM is locked</source>
            <translation>Desktop SLM ist gesperrt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/lock/window.py" />
            <source>Enter your passphrase to unlock.</source>
            <translation>Geben Sie zum Entsperren Ihre Passphrase ein.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/lock/window.py" />
            <source>Opening …</source>
            <translation>Wird geöffnet …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/lock/window.py" />
            <source>Passphrase or recovery code</source>
            <translation>Passphrase oder Wiederherstellungscode</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/lock/window.py" />
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/lock/window.py" />
            <source>Your chats and summaries are closed. What was being written is kept as it stood.</source>
            <translation>Ihre Chats und Zusammenfassungen sind geschlossen. Was gerade geschrieben wurde, bleibt, wie es stand.</translation>
        </message>
    </context>
    <context>
        <name>LookSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>As the system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Ctrl + and Ctrl − do the same from anywhere.</source>
            <translation>Strg + und Strg − tun überall dasselbe.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Ctrl+Enter</source>
            <translation>Strg+Eingabe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>In force when Desktop SLM is opened the next time.</source>
            <translation>Gilt, sobald Desktop SLM das nächste Mal geöffnet wird.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Look and keys</source>
            <translation>Aussehen und Tasten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Sends a message</source>
            <translation>Sendet eine Nachricht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Shift+Enter always begins a new line.</source>
            <translation>Umschalt+Eingabe beginnt immer eine neue Zeile.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>Size of text and controls</source>
            <translation>Größe von Text und Bedienelementen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/look_section.py" />
            <source>{step} %</source>
            <translation>{step} %</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Assistants</source>
            <translation>Assistenten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Chat</source>
            <translation>Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Close the window</source>
            <translation>Fenster schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Close the window, and lose the temporary chat?</source>
            <translation>Fenster schließen und den temporären Chat verlieren?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>First steps</source>
            <translation>Erste Schritte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Nothing of it was stored, so it cannot be brought back.</source>
            <translation>Nichts davon wurde gespeichert, deshalb lässt er sich nicht zurückholen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Saved as “{0}”.</source>
            <translation>Gespeichert als „{0}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>Summarize</source>
            <translation>Zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/main_window.py" />
            <source>The backup was restored. What was there before is kept: see Settings, Backup.</source>
            <translation>Die Sicherung wurde zurückgespielt. Was vorher da war, bleibt erhalten: siehe „Einstellungen“, „Sicherung“.</translation>
        </message>
    </context>
    <context>
        <name>Measuring</name>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>A copy of “{model}” in the format {format} was measured to read documents {gain} times as fast ({size}). Its answers foretell a text {loss}.</source>
            <translation>Eine Kopie von „{model}“ im Format {format} liest Dokumente gemessen {gain}-mal so schnell ({size}). Ihre Antworten sagen einen Text {loss} voraus.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Faster on this computer…</source>
            <translation>Auf diesem Computer schneller …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Make the copy</source>
            <translation>Kopie erstellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Making a faster copy of “{model}”, {share}.</source>
            <translation>Eine schnellere Kopie von „{model}“ wird erstellt, {share}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Measure on this computer</source>
            <translation>Auf diesem Computer messen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Measuring was stopped. Nothing was changed.</source>
            <translation>Die Messung wurde gestoppt. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Measuring “{model}” on this computer, about a minute.</source>
            <translation>„{model}“ wird auf diesem Computer gemessen, etwa eine Minute.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Now: {step}.</source>
            <translation>Jetzt: {step}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>The copy was not made. Nothing was changed.</source>
            <translation>Die Kopie wurde nicht erstellt. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>guessing words ahead</source>
            <translation>Wörter vorausraten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>how many passages side by side</source>
            <translation>wie viele Abschnitte nebeneinander</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>how many processors</source>
            <translation>wie viele Prozessoren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>how much at once</source>
            <translation>wie viel auf einmal</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>no worse</source>
            <translation>nicht schlechter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>the format {name}</source>
            <translation>das Format {name}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>the result</source>
            <translation>das Ergebnis</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>ways to compute</source>
            <translation>Rechenwege</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>{share} worse</source>
            <translation>{share} schlechter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>“{model}” now reads documents {gain} times as fast as before.</source>
            <translation>„{model}“ liest Dokumente jetzt {gain}-mal so schnell wie vorher.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>“{model}” runs best on this computer as it already did.</source>
            <translation>„{model}“ läuft auf diesem Computer schon am besten, wie es ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/measuring.py" />
            <source>“{name}” is on the list, made here from “{model}”, which stays.</source>
            <translation>„{name}“ ist in der Liste, hier aus „{model}“ erstellt, das bleibt.</translation>
        </message>
    </context>
    <context>
        <name>MessageBody</name>
        <message>
            <location filename="desktop_slm/ui/widgets/message_body.py" />
            <source>Show all: {count} more characters</source>
            <translation>Alles zeigen: {count} weitere Zeichen</translation>
        </message>
    </context>
    <context>
        <name>MessageMenu</name>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Answer again</source>
            <translation>Noch einmal antworten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Answer this message</source>
            <translation>Diese Nachricht beantworten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Continue from here in a new chat</source>
            <translation>Ab hier in einem neuen Chat weitermachen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Copy message as Markdown</source>
            <translation>Nachricht als Markdown kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Copy message as text</source>
            <translation>Nachricht als Text kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Copy the whole chat</source>
            <translation>Den ganzen Chat kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Delete this answer</source>
            <translation>Diese Antwort löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Delete your message and all behind it</source>
            <translation>Ihre Nachricht und alles danach löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Edit this answer</source>
            <translation>Diese Antwort bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Edit your message</source>
            <translation>Ihre Nachricht bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/message_menu.py" />
            <source>Quote the selection</source>
            <translation>Auswahl zitieren</translation>
        </message>
    </context>
    <context>
        <name>ModelActions</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Copy path</source>
            <translation>Pfad kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Details…</source>
            <translation>Einzelheiten …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Models (*.gguf)</source>
            <translation>Modelle (*.gguf)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>No program on this computer shows folders. The path was copied instead.</source>
            <translation>Kein Programm auf diesem Computer zeigt Ordner an. Stattdessen wurde der Pfad kopiert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Put it back</source>
            <translation>Zurückholen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Remove from list</source>
            <translation>Aus der Liste nehmen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Rename…</source>
            <translation>Umbenennen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Show where it is now…</source>
            <translation>Zeigen, wo es jetzt liegt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Try on my document…</source>
            <translation>An meinem Dokument ausprobieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Use in chat</source>
            <translation>Im Chat verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>Where is “{model}” now?</source>
            <translation>Wo liegt „{model}“ jetzt?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>“{model}” is back.</source>
            <translation>„{model}“ ist wieder da.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>“{model}” is off the list.</source>
            <translation>„{model}“ ist aus der Liste.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>“{model}” is off the list. Its file is still where it was.</source>
            <translation>„{model}“ ist aus der Liste. Seine Datei ist noch, wo sie war.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>“{model}” is on the list again.</source>
            <translation>„{model}“ ist wieder in der Liste.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/actions.py" />
            <source>“{model}” is on the list again. Its file stays where it is.</source>
            <translation>„{model}“ ist wieder in der Liste. Seine Datei bleibt, wo sie ist.</translation>
        </message>
    </context>
    <context>
        <name>ModelButton</name>
        <message>
            <location filename="desktop_slm/ui/chat/answering/model_button.py" />
            <source>Get more models…</source>
            <translation>Weitere Modelle holen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/model_button.py" />
            <source>Model: {name}</source>
            <translation>Modell: {name}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/model_button.py" />
            <source>No model</source>
            <translation>Kein Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/model_button.py" />
            <source>There is no model yet. The menu leads to the models.</source>
            <translation>Es ist noch kein Modell da. Das Menü führt zu den Modellen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/model_button.py" />
            <source>{memory} in memory, {size} on disk</source>
            <translation>{memory} im Speicher, {size} auf dem Datenträger</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answering/model_button.py" />
            <source>{size} on disk, not loaded yet</source>
            <translation>{size} auf dem Datenträger, noch nicht geladen</translation>
        </message>
    </context>
    <context>
        <name>ModelRow</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/row.py" />
            <source>Actions</source>
            <translation>Aktionen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/row.py" />
            <source>Actions for {model}</source>
            <translation>Aktionen für {model}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/row.py" />
            <source>In use</source>
            <translation>In Gebrauch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/row.py" />
            <source>In use · {size} in memory</source>
            <translation>In Gebrauch · {size} im Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/row.py" />
            <source>Its file has changed since it was verified ({day}). Verify it to see whether it is still the right one.</source>
            <translation>Die Datei hat sich seit der Prüfung ({day}) geändert. Prüfen Sie sie, um zu sehen, ob es noch die richtige ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/row.py" />
            <source>Use</source>
            <translation>Verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/row.py" />
            <source>Use {model}</source>
            <translation>{model} verwenden</translation>
        </message>
    </context>
    <context>
        <name>ModelStep</name>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Get</source>
            <translation>Herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Get {model}</source>
            <translation>{model} herunterladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Import a file…</source>
            <translation>Datei importieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Look around with the practice model</source>
            <translation>Mit dem Übungsmodell umsehen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Looking for one that suits this computer…</source>
            <translation>Es wird eines gesucht, das zu diesem Computer passt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Your model is coming in. It goes on while you work, and may be paused.</source>
            <translation>Ihr Modell wird heruntergeladen. Das geht weiter, während Sie arbeiten, und lässt sich anhalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>Your model is coming in. Meanwhile you can look around: the practice model shows how things work, and the app changes to yours as soon as it is here.</source>
            <translation>Ihr Modell wird heruntergeladen. Inzwischen können Sie sich umsehen: Das Übungsmodell zeigt, wie alles geht, und die App wechselt zu Ihrem, sobald es da ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/first_run/model_step.py" />
            <source>“{model}” is on this computer and answers.</source>
            <translation>„{model}“ ist auf diesem Computer und antwortet.</translation>
        </message>
    </context>
    <context>
        <name>ModelTable</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/table.py" />
            <source>Models on this computer</source>
            <translation>Modelle auf diesem Computer</translation>
        </message>
    </context>
    <context>
        <name>Models</name>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>, {count} more in part</source>
            <translation>, {count} weitere teilweise</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>1 core</source>
            <translation>1 Kern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>A part that lets another model see or hear</source>
            <translation>Ein Teil, mit dem ein anderes Modell sehen oder hören kann</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>A {pages}-page document in {document}</source>
            <translation>Ein Dokument von {pages} Seiten in {document}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Adapter</source>
            <translation>Adapter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>An adapter: it belongs to another model</source>
            <translation>Ein Adapter: Er gehört zu einem anderen Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Architecture</source>
            <translation>Architektur</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>By its header: {facts}.</source>
            <translation>Laut seinem Dateikopf: {facts}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Cannot be read</source>
            <translation>Nicht lesbar</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Chat and summaries</source>
            <translation>Chat und Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Chat template</source>
            <translation>Chat-Vorlage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Close other programs first</source>
            <translation>Erst andere Programme schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Compares texts</source>
            <translation>Vergleicht Texte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Compares texts and writes none</source>
            <translation>Vergleicht Texte und schreibt keine</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Context</source>
            <translation>Kontext</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Diffusion model</source>
            <translation>Diffusionsmodell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Draft part</source>
            <translation>Vorausrater</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Estimated from its size, for its header could not be read. {why}</source>
            <translation>Aus der Größe geschätzt, weil der Dateikopf nicht lesbar war. {why}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Estimated from its size; its header is being read…</source>
            <translation>Aus der Größe geschätzt; der Dateikopf wird gerade gelesen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Fits</source>
            <translation>Passt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Good for</source>
            <translation>Gut für</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Incomplete</source>
            <translation>Unvollständig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>It answers at once</source>
            <translation>Es antwortet sofort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>It can think before it answers</source>
            <translation>Es kann nachdenken, bevor es antwortet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It compares texts and writes none, so it cannot chat or summarize.</source>
            <translation>Es vergleicht Texte und schreibt keine; chatten und zusammenfassen kann es deshalb nicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It guesses ahead for another model; it is no model by itself.</source>
            <translation>Es rät für ein anderes Modell voraus; allein ist es kein Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It holds what the other files were made with; it is no model.</source>
            <translation>Darin steht, womit die anderen Dateien gemacht wurden; es ist kein Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It is an adapter: a change to another model, which it needs.</source>
            <translation>Das ist ein Adapter: eine Änderung an einem anderen Modell, das er braucht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It is of the kind “{architecture}”, which needs a newer engine than that of this version, {engine}. Nothing of it was fetched but its first bytes.</source>
            <translation>Es ist von der Art „{architecture}“, die eine neuere Engine braucht als die dieser Version, {engine}. Geholt wurden nur die ersten Bytes.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>It leaves half of the free memory to other programs.</source>
            <translation>Es lässt anderen Programmen die Hälfte des freien Speichers.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It lets another model of this page see pictures; it is no model by itself, and this app does not use it.</source>
            <translation>Damit kann ein anderes Modell dieser Seite Bilder sehen; allein ist es kein Modell, und diese App verwendet es nicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It makes speech and writes no text.</source>
            <translation>Es erzeugt Sprache und schreibt keinen Text.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>It takes the least time of all.</source>
            <translation>Es braucht von allen die wenigste Zeit.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>It thinks before every answer, which takes longer</source>
            <translation>Es denkt vor jeder Antwort nach, was länger dauert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>It writes by diffusion, which this app cannot do.</source>
            <translation>Es schreibt durch Diffusion; das kann diese App nicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Languages</source>
            <translation>Sprachen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Largest that fits</source>
            <translation>Das größte, das passt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Last used</source>
            <translation>Zuletzt verwendet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Last verified</source>
            <translation>Zuletzt geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>License</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Made small</source>
            <translation>Wie es klein wurde</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Memory</source>
            <translation>Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Name in the file</source>
            <translation>Name in der Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Needs a newer engine</source>
            <translation>Braucht eine neuere Engine</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>No model</source>
            <translation>Kein Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>No model of the list fits into this computer's memory.</source>
            <translation>Kein Modell der Liste passt in den Speicher dieses Computers.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>None is quick on this computer; this one takes the least time.</source>
            <translation>Auf diesem Computer ist keines schnell; dieses braucht die wenigste Zeit.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Not all of its files are there ({count} missing), so it could not be run.</source>
            <translation>Nicht alle seine Dateien sind da ({count} fehlen), deshalb könnte es nicht laufen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Old format</source>
            <translation>Altes Format</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>On disk</source>
            <translation>Auf dem Datenträger</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>On your document: it wrote no sentence</source>
            <translation>An Ihrem Dokument: Es hat keinen Satz geschrieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>On your document: {full} of {all} sentence with evidence</source>
            <translation>An Ihrem Dokument: {full} von {all} Satz belegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>On your document: {full} of {all} sentences with evidence</source>
            <translation>An Ihrem Dokument: {full} von {all} Sätzen belegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_details.py" />
            <source>Open in browser</source>
            <translation>Im Browser öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_details.py" />
            <source>Open this address in your browser?</source>
            <translation>Diese Adresse in Ihrem Browser öffnen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Problem</source>
            <translation>Problem</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Proves that the app works · not for work</source>
            <translation>Beweist, dass die App läuft · nicht zum Arbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Publisher</source>
            <translation>Herausgeber</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Quantization</source>
            <translation>Quantisierung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_details.py" />
            <source>Read the license…</source>
            <translation>Lizenz lesen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Repository</source>
            <translation>Repository</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Revision</source>
            <translation>Revision</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Room for text</source>
            <translation>Platz für Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Size label</source>
            <translation>Größenangabe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Some models of the list fit into memory, but the disk of the models folder has no room for any of them.</source>
            <translation>Einige Modelle der Liste passen in den Arbeitsspeicher, aber der Datenträger des Modellordners hat für keines Platz.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Speech model</source>
            <translation>Sprachausgabe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Speed not measured on this computer</source>
            <translation>Tempo auf diesem Computer nicht gemessen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Speed, estimated</source>
            <translation>Tempo, geschätzt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Suggested</source>
            <translation>Vorschlag</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Takes {needed} of memory; this computer has room for {room}.</source>
            <translation>Braucht {needed} Speicher; dieser Computer hat Platz für {room}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Takes {needed} of memory; {free} is free for it, {room} once other programs are closed.</source>
            <translation>Braucht {needed} Arbeitsspeicher; {free} sind dafür frei, {room}, sobald andere Programme geschlossen sind.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Takes {needed} of memory; {free} is free for it.</source>
            <translation>Braucht {needed} Arbeitsspeicher; {free} sind dafür frei.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Text of the license</source>
            <translation>Text der Lizenz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>The format {format} was given up by llama.cpp; choose another file of this model.</source>
            <translation>Das Format {format} hat llama.cpp aufgegeben; wählen Sie eine andere Datei dieses Modells.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>The largest that takes much less time than the suggested one.</source>
            <translation>Das größte, das viel weniger Zeit braucht als der Vorschlag.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>The largest that the free room on the disk can hold.</source>
            <translation>Das größte, für das auf dem Datenträger Platz ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>The largest that the memory free now can hold.</source>
            <translation>Das größte, das in den jetzt freien Speicher passt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>The largest that this computer can hold.</source>
            <translation>Das größte, das in diesen Computer passt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>The largest that works at a good pace on this computer.</source>
            <translation>Das größte, das auf diesem Computer zügig arbeitet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>The smallest of all.</source>
            <translation>Das kleinste von allen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_details.py" />
            <source>The text of the license is on the internet, outside of this app.</source>
            <translation>Der Text der Lizenz steht im Internet, außerhalb dieser App.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Thinking</source>
            <translation>Nachdenken</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>This computer: {facts}</source>
            <translation>Dieser Computer: {facts}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>Too big</source>
            <translation>Zu groß</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Tried</source>
            <translation>Ausprobiert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>Used where it lies</source>
            <translation>Wird dort verwendet, wo es liegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>Vision part</source>
            <translation>Teil zum Sehen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>about {count} h</source>
            <translation>etwa {count} h</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>about {count} min</source>
            <translation>etwa {count} min</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>about {size}</source>
            <translation>etwa {size}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>asks for an account</source>
            <translation>verlangt ein Konto</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>d MMM</source>
            <translation>d. MMM</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>d MMM yyyy</source>
            <translation>d. MMM yyyy</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>fetched once</source>
            <translation>einmal geladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>fetched {count} times</source>
            <translation>{count}-mal heruntergeladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>in the file</source>
            <translation>in der Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>kind {architecture}</source>
            <translation>Art {architecture}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>last used {day}</source>
            <translation>zuletzt verwendet: {day}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>many</source>
            <translation>viele</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>none in the file</source>
            <translation>keine in der Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>not known</source>
            <translation>nicht bekannt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>not measured on this computer</source>
            <translation>auf diesem Computer nicht gemessen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>not stated in the file</source>
            <translation>in der Datei nicht angegeben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>room for {count} tokens of text</source>
            <translation>Platz für {count} Token Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>the file tells</source>
            <translation>laut Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>the model runs on: {device}</source>
            <translation>das Modell läuft auf: {device}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>the newest; none is pinned</source>
            <translation>die neueste; keine ist festgelegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{all} of memory, {free} free</source>
            <translation>{all} Speicher, {free} frei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{all}, of which {active} work on each word</source>
            <translation>{all}, davon arbeiten {active} an jedem Wort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{claim} (“{document}”, {day})</source>
            <translation>{claim} („{document}“, {day})</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} GB</source>
            <translation>{count} GB</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} MB</source>
            <translation>{count} MB</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{count} billion</source>
            <translation>{count} Milliarden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} bytes</source>
            <translation>{count} Bytes</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} cores</source>
            <translation>{count} Kerne</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>{count} files, fetched together</source>
            <translation>{count} Dateien, zusammen heruntergeladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} kB</source>
            <translation>{count} kB</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{count} million</source>
            <translation>{count} Millionen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} min left</source>
            <translation>noch {count} min</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{count} s</source>
            <translation>{count} s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} s left</source>
            <translation>noch {count} s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/wording.py" />
            <source>{count} tokens</source>
            <translation>{count} Token</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{fits} · a page of answer in {page}</source>
            <translation>{fits} · eine Seite Antwort in {page}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{needed} needed, {free} free for it, {room} with other programs closed</source>
            <translation>{needed} nötig, {free} dafür frei, {room}, wenn andere Programme geschlossen sind</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{size} download</source>
            <translation>{size} Download</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>{size} in memory</source>
            <translation>{size} im Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/hub_words.py" />
            <source>{used} of {all} experts at a time</source>
            <translation>{used} von {all} Experten zugleich</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/choosing/choices_words.py" />
            <source>{write} tokens a second written, {read} read</source>
            <translation>{write} Token pro Sekunde geschrieben, {read} gelesen</translation>
        </message>
    </context>
    <context>
        <name>ModelsFooter</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/footer.py" />
            <source>Copy path</source>
            <translation>Pfad kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/footer.py" />
            <source>Models folder: {path}</source>
            <translation>Modellordner: {path}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/footer.py" />
            <source>{size} in all</source>
            <translation>{size} insgesamt</translation>
        </message>
    </context>
    <context>
        <name>ModelsHeader</name>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>A folder, also one from another computer…</source>
            <translation>Ein Ordner, auch von einem anderen Computer …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>Files…</source>
            <translation>Dateien …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>Import…</source>
            <translation>Importieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>Looking into it…</source>
            <translation>Wird angesehen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>Models of other apps…</source>
            <translation>Modelle anderer Apps …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>Search Hugging Face</source>
            <translation>Hugging Face durchsuchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/header.py" />
            <source>Try on my document…</source>
            <translation>An meinem Dokument ausprobieren …</translation>
        </message>
    </context>
    <context>
        <name>ModelsPage</name>
        <message>
            <location filename="desktop_slm/ui/models/page.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/page.py" />
            <source>On this computer</source>
            <translation>Auf diesem Computer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/page.py" />
            <source>Take to another computer…</source>
            <translation>Auf einen anderen Computer mitnehmen …</translation>
        </message>
    </context>
    <context>
        <name>MoveNews</name>
        <message>
            <location filename="desktop_slm/ui/models/files/move_news.py" />
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/move_news.py" />
            <source>Move it back</source>
            <translation>Zurück verschieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/move_news.py" />
            <source>Moving the models folder: “{name}” · {percent} %</source>
            <translation>Der Modellordner zieht um: „{name}“ · {percent} %</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/move_news.py" />
            <source>The models folder is where it was. What had been moved was taken back.</source>
            <translation>Der Modellordner ist, wo er war. Was schon verschoben war, wurde zurückgeholt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/move_news.py" />
            <source>The models folder is {path} now.</source>
            <translation>Der Modellordner ist jetzt {path}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/move_news.py" />
            <source>The models folder was being moved from {source} to {target}, and that did not end. 1 file has come; the others are where they were, and nothing is lost.</source>
            <translation>Der Modellordner wurde gerade von {source} nach {target} verschoben, und das kam nicht zum Ende. 1 Datei ist angekommen; die anderen liegen, wo sie waren, und nichts ist verloren.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/move_news.py" />
            <source>The models folder was being moved from {source} to {target}, and that did not end. {count} files have come; the others are where they were, and nothing is lost.</source>
            <translation>Der Modellordner sollte von {source} nach {target} umziehen, und das wurde nicht fertig. {count} Dateien sind angekommen; die übrigen sind, wo sie waren, und nichts ist verloren.</translation>
        </message>
    </context>
    <context>
        <name>Network</name>
        <message>
            <location filename="desktop_slm/ui/network.py" />
            <source>Desktop SLM connects to {host} for this alone. Your chats and documents stay here.</source>
            <translation>Desktop SLM verbindet sich nur dafür mit {host}. Ihre Chats und Dokumente bleiben hier.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/network.py" />
            <source>Go online</source>
            <translation>Online gehen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/network.py" />
            <source>Go online for this?</source>
            <translation>Dafür online gehen?</translation>
        </message>
    </context>
    <context>
        <name>NetworkBadge</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_badge.py" />
            <source>Downloading 1 file</source>
            <translation>1 Datei wird geladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_badge.py" />
            <source>Downloading {count} files</source>
            <translation>{count} Dateien werden geladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_badge.py" />
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_badge.py" />
            <source>Offline · by this app only</source>
            <translation>Offline · nur durch diese App</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_badge.py" />
            <source>Online only when you ask</source>
            <translation>Online nur auf Ihren Wunsch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_badge.py" />
            <source>What keeps this app offline</source>
            <translation>Was diese App offline hält</translation>
        </message>
    </context>
    <context>
        <name>NetworkPanel</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>A small helper process can hand a link to your browser, after you have seen the whole address and confirmed it, and starts the part that searches for models and gets them. Neither knows anything of your chats and documents.</source>
            <translation>Ein kleiner Hilfsprozess kann Ihrem Browser einen Link übergeben, nachdem Sie die ganze Adresse gesehen und bestätigt haben, und startet den Teil, der Modelle sucht und holt. Keiner von beiden weiß etwas von Ihren Chats und Dokumenten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Ask me each time before this app goes online</source>
            <translation>Jedes Mal fragen, bevor diese App online geht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Asking the other parts …</source>
            <translation>Die anderen Teile werden gefragt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Connections made</source>
            <translation>Verbindungen bisher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Connections made, and addresses opened in the browser</source>
            <translation>Verbindungen bisher und im Browser geöffnete Adressen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>Could not be asked just now:</source>
            <translation>Konnten gerade nicht gefragt werden:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>None: this app has connected to nothing and opened no link.</source>
            <translation>Keine: Diese App hat sich mit nichts verbunden und keinen Link geöffnet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>Nothing refuses connections to:</source>
            <translation>Nichts verweigert Verbindungen bei:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Opened in your browser since the start:</source>
            <translation>Seit dem Start in Ihrem Browser geöffnet:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Reading the record …</source>
            <translation>Die Aufzeichnung wird gelesen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Set by your organisation: this app stays offline, and nothing in it can search for models or get them. A link still opens in your browser, after you have confirmed it.</source>
            <translation>Von Ihrer Organisation festgelegt: Diese App bleibt offline, und nichts in ihr kann Modelle suchen oder holen. Ein Link öffnet sich weiterhin in Ihrem Browser, nachdem Sie ihn bestätigt haben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Test now</source>
            <translation>Jetzt testen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/live_words.py" />
            <source>Tested just now, parts of this app: {parts}. The system refused all of {count} tries to reach a network, start a program or read your files by themselves.</source>
            <translation>Gerade getestete Teile dieser App: {parts}. Das System hat alle {count} Versuche verweigert, von sich aus ein Netz zu erreichen, ein Programm zu starten oder Ihre Dateien zu lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>The list lies beside your chats, which are not open; until they are, this app connects to nothing.</source>
            <translation>Die Liste liegt bei Ihren Chats, die nicht geöffnet sind; bis dahin stellt diese App keine Verbindung her.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/live_words.py" />
            <source>The system let at least one try through in: {parts}.</source>
            <translation>Das System hat mindestens einen Versuch durchgelassen bei: {parts}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>The system refuses every connection to:</source>
            <translation>Das System verweigert jede Verbindung bei:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/live_words.py" />
            <source>The test could not be made just now.</source>
            <translation>Der Test war gerade nicht möglich.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/live_words.py" />
            <source>These could not be tested: {parts}.</source>
            <translation>Diese konnten nicht getestet werden: {parts}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>This app alone refuses, the system would allow it to:</source>
            <translation>Nur diese App verweigert, das System würde es erlauben, bei:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>This app itself has connected to nothing.</source>
            <translation>Diese App selbst hat sich mit nichts verbunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>This app was started with --offline, so nothing in it can search for models or get them. A link still opens in your browser, after you have confirmed it.</source>
            <translation>Diese App wurde mit --offline gestartet, deshalb kann nichts in ihr Modelle suchen oder holen. Ein Link öffnet sich weiterhin in Ihrem Browser, nachdem Sie ihn bestätigt haben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>Trying every way out, in every part of this app …</source>
            <translation>Jeder Weg hinaus wird versucht, in jedem Teil dieser App …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/network_panel.py" />
            <source>What keeps this app offline</source>
            <translation>Was diese App offline hält</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the check of model files</source>
            <translation>die Prüfung der Modelldateien</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the conversion of models</source>
            <translation>die Umwandlung von Modellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the document reader</source>
            <translation>der Dokumentleser</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the drawing of formulas</source>
            <translation>das Zeichnen von Formeln</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the model</source>
            <translation>das Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the model's chat template</source>
            <translation>die Chat-Vorlage des Modells</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the search for sources</source>
            <translation>die Suche nach Quellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>the text recognition</source>
            <translation>die Texterkennung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/enforcement.py" />
            <source>this window</source>
            <translation>dieses Fenster</translation>
        </message>
    </context>
    <context>
        <name>NewPassphrase</name>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>Easy to guess for a program. Make it longer: add words.</source>
            <translation>Für ein Programm leicht zu erraten. Machen Sie sie länger: Fügen Sie Wörter hinzu.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>Fair. One more word makes it good.</source>
            <translation>Mittel. Ein Wort mehr macht sie gut.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>Five or more words that do not belong together are good, and stay in mind.</source>
            <translation>Fünf oder mehr Wörter, die nicht zusammengehören, sind gut und bleiben im Kopf.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>Good.</source>
            <translation>Gut.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>The passphrase is empty. Enter one.</source>
            <translation>Die Passphrase ist leer. Geben Sie eine ein.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>The same once more</source>
            <translation>Noch einmal dieselbe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/new_passphrase.py" />
            <source>The two are not the same. Enter the passphrase once more.</source>
            <translation>Die beiden sind nicht gleich. Geben Sie die Passphrase noch einmal ein.</translation>
        </message>
    </context>
    <context>
        <name>NewRow</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/new_row.py" />
            <source>Begin something else</source>
            <translation>Etwas anderes beginnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/new_row.py" />
            <source>New folder…</source>
            <translation>Neuer Ordner …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/new_row.py" />
            <source>New temporary chat</source>
            <translation>Neuer temporärer Chat</translation>
        </message>
    </context>
    <context>
        <name>NotSentLine</name>
        <message>
            <location filename="desktop_slm/ui/chat/room/not_sent_line.py" />
            <source>The messages above are kept here and not sent to the model any more.</source>
            <translation>Die Nachrichten darüber bleiben hier und werden dem Modell nicht mehr gesendet.</translation>
        </message>
    </context>
    <context>
        <name>NothingHere</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/nothing_here.py" />
            <source>A model is a file whose name ends in .gguf. Import one that you have, or put it into the models folder.</source>
            <translation>Ein Modell ist eine Datei, deren Name auf .gguf endet. Importieren Sie eine, die Sie haben, oder legen Sie sie in den Modellordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/nothing_here.py" />
            <source>Copy the path of the models folder</source>
            <translation>Pfad des Modellordners kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/nothing_here.py" />
            <source>Import a file…</source>
            <translation>Datei importieren …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/nothing_here.py" />
            <source>There is no model on this computer yet</source>
            <translation>Auf diesem Computer ist noch kein Modell</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>A download could not be finished.</source>
            <translation>Ein Download wurde nicht fertig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>A download is done.</source>
            <translation>Ein Download ist fertig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>A model has been measured or converted.</source>
            <translation>Ein Modell wurde gemessen oder umgewandelt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>A question about documents is answered.</source>
            <translation>Eine Frage zu Dokumenten ist beantwortet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>A summary could not be finished.</source>
            <translation>Eine Zusammenfassung wurde nicht fertig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>A summary is done.</source>
            <translation>Eine Zusammenfassung ist fertig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>An answer could not be finished.</source>
            <translation>Eine Antwort wurde nicht fertig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>An answer is done.</source>
            <translation>Eine Antwort ist fertig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/notices.py" />
            <source>The models have been tried.</source>
            <translation>Die Modelle wurden ausprobiert.</translation>
        </message>
    </context>
    <context>
        <name>Obtaining</name>
        <message>
            <location filename="desktop_slm/ui/models/network/obtaining.py" />
            <source>Asking Hugging Face about this file…</source>
            <translation>Hugging Face wird nach dieser Datei gefragt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/obtaining.py" />
            <source>Use in chat</source>
            <translation>Im Chat verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/obtaining.py" />
            <source>“{model}” is on this computer now, and its file is the right one.</source>
            <translation>„{model}“ ist jetzt auf diesem Computer, und seine Datei ist die richtige.</translation>
        </message>
    </context>
    <context>
        <name>OfferList</name>
        <message>
            <location filename="desktop_slm/ui/finding/palette_list.py" />
            <source>What can be taken</source>
            <translation>Was übernommen werden kann</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <location filename="desktop_slm/ui/finding/offers.py" />
            <source>Assistants and prompts</source>
            <translation>Assistenten und Vorlagen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/offers.py" />
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/offers.py" />
            <source>Into the box</source>
            <translation>Ins Feld</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/offers.py" />
            <source>New chat</source>
            <translation>Neuer Chat</translation>
        </message>
    </context>
    <context>
        <name>OmissionWords</name>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>1 amount</source>
            <translation>1 Betrag</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>1 date</source>
            <translation>1 Datum</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>1 duty</source>
            <translation>1 Pflicht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>1 exception</source>
            <translation>1 Ausnahme</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>1 sentence</source>
            <translation>1 Satz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>Amount: {0}</source>
            <translation>Betrag: {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>Date: {0}</source>
            <translation>Datum: {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>Duty: “{0}”</source>
            <translation>Pflicht: „{0}“</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>Exception: “{0}”</source>
            <translation>Ausnahme: „{0}“</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>No sentence of the summary rests on {0} of {1} with text.</source>
            <translation>Kein Satz der Zusammenfassung beruht auf {0} von {1} mit Text.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>No source of the summary was found on any page.</source>
            <translation>Auf keiner Seite wurde eine Quelle der Zusammenfassung gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>Show the sentence</source>
            <translation>Den Satz zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>Show {0} sentences</source>
            <translation>{0} Sätze zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>The parts of the document on which nothing in the summary rests, with their amounts, dates, and sentences with words of duty or exception. Found without a model.</source>
            <translation>Die Teile des Dokuments, auf denen nichts in der Zusammenfassung beruht, mit ihren Beträgen, Daten und Sätzen mit Wörtern für Pflicht oder Ausnahme. Ohne Modell gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>The summary rests on every page with text.</source>
            <translation>Die Zusammenfassung beruht auf jeder Seite mit Text.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>{0} amounts</source>
            <translation>{0} Beträge</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>{0} dates</source>
            <translation>{0} Daten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>{0} duties</source>
            <translation>{0} Pflichten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>{0} exceptions</source>
            <translation>{0} Ausnahmen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>{0} sentences</source>
            <translation>{0} Sätze</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omission_words.py" />
            <source>{0}, in part ({1})</source>
            <translation>{0}, zum Teil ({1})</translation>
        </message>
    </context>
    <context>
        <name>OmissionsPane</name>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omissions_pane.py" />
            <source>Looking for what the summary leaves out…</source>
            <translation>Es wird gesucht, was die Zusammenfassung auslässt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omissions_pane.py" />
            <source>Show {0} more parts</source>
            <translation>{0} weitere Teile zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omissions_pane.py" />
            <source>When the summary is there, what it leaves out is listed here.</source>
            <translation>Sobald die Zusammenfassung da ist, steht hier, was sie auslässt.</translation>
        </message>
    </context>
    <context>
        <name>OmittedPartView</name>
        <message>
            <location filename="desktop_slm/ui/summaries/glance/omitted_part_view.py" />
            <source>Show {0} more</source>
            <translation>{0} weitere zeigen</translation>
        </message>
    </context>
    <context>
        <name>OpeningPage</name>
        <message>
            <location filename="desktop_slm/ui/opening/page.py" />
            <source>Opening your data</source>
            <translation>Öffnen Ihrer Daten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/page.py" />
            <source>Opening …</source>
            <translation>Wird geöffnet …</translation>
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Ask before every summary</source>
            <translation>Vor jeder Zusammenfassung fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Form of the summary</source>
            <translation>Form der Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Language of the summary</source>
            <translation>Sprache der Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Length of the summary</source>
            <translation>Länge der Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Less</source>
            <translation>Weniger</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>More…</source>
            <translation>Mehr …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Number of words</source>
            <translation>Anzahl der Wörter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Only this</source>
            <translation>Nur dies</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>Same result every time (slower)</source>
            <translation>Jedes Mal dasselbe Ergebnis (langsamer)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>all, or 3-10</source>
            <translation>alle, oder 3-10</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>as the length says</source>
            <translation>wie die Länge sagt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>such as: only the risks for a tenant</source>
            <translation>zum Beispiel: nur die Risiken für Mieter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/options_panel.py" />
            <source>“{0}” names no pages. Write them as 3-10 or 1,4-6.</source>
            <translation>„{0}“ nennt keine Seiten. Schreiben Sie sie als 3-10 oder 1,4-6.</translation>
        </message>
    </context>
    <context>
        <name>OrganisationSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Chats and summaries are not written into files.</source>
            <translation>Chats und Zusammenfassungen werden nicht in Dateien geschrieben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Chats and summaries that were not changed for 1 day are erased for good when the app starts.</source>
            <translation>Chats und Zusammenfassungen, die seit 1 Tag nicht geändert wurden, werden beim Start der App endgültig gelöscht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Chats and summaries that were not changed for {count} days are erased for good when the app starts.</source>
            <translation>Chats und Zusammenfassungen, die {count} Tage nicht geändert wurden, werden beim Start der App endgültig gelöscht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Exports</source>
            <translation>Exporte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>How long things are kept</source>
            <translation>Wie lange etwas aufbewahrt wird</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Lock</source>
            <translation>Sperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Models for everybody</source>
            <translation>Modelle für alle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Nothing in this app can search for or get models.</source>
            <translation>Nichts in dieser App kann Modelle suchen oder holen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Only models with certain fingerprints are loaded: {count} files.</source>
            <translation>Nur Modelle mit bestimmten Fingerabdrücken werden geladen: {count} Dateien.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Only the model with one certain fingerprint is loaded.</source>
            <translation>Nur das Modell mit einem bestimmten Fingerabdruck wird geladen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Printing</source>
            <translation>Drucken</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Set by your organisation</source>
            <translation>Von Ihrer Organisation festgelegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Summaries are not printed.</source>
            <translation>Zusammenfassungen werden nicht gedruckt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>The app locks after 1 minute without input.</source>
            <translation>Die App sperrt sich nach 1 Minute ohne Eingabe.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>The app locks after {count} minutes without input.</source>
            <translation>Die App sperrt sich nach {count} Minuten ohne Eingabe.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>The models in {path} are there for all accounts.</source>
            <translation>Die Modelle in {path} sind für alle Konten da.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>Where models come from</source>
            <translation>Woher Modelle kommen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/organisation_section.py" />
            <source>{address} is asked in place of Hugging Face.</source>
            <translation>{address} wird statt Hugging Face gefragt.</translation>
        </message>
    </context>
    <context>
        <name>OtherApps</name>
        <message>
            <location filename="desktop_slm/ui/models/files/from_other_apps.py" />
            <source>No other models were found of Ollama, LM Studio, Jan, GPT4All or in the cache of Hugging Face.</source>
            <translation>Es wurden keine weiteren Modelle von Ollama, LM Studio, Jan, GPT4All oder im Cache von Hugging Face gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/from_other_apps.py" />
            <source>They stay where they are and are not changed. When the other app deletes one, it is gone here, too.</source>
            <translation>Sie bleiben, wo sie sind, und werden nicht geändert. Löscht die andere App eines, fehlt es auch hier.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/from_other_apps.py" />
            <source>Use models of other apps</source>
            <translation>Modelle anderer Apps verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/from_other_apps.py" />
            <source>Use these</source>
            <translation>Diese verwenden</translation>
        </message>
    </context>
    <context>
        <name>OutlineList</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/outline_list.py" />
            <source>Outline</source>
            <translation>Gliederung</translation>
        </message>
    </context>
    <context>
        <name>Overflow</name>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>Close other programs first: memory is tight.</source>
            <translation>Schließen Sie erst andere Programme: Der Speicher ist knapp.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>Give the model more room: {tokens} tokens</source>
            <translation>Dem Modell mehr Platz geben: {tokens} Token</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>It is too long for the largest room of this model.</source>
            <translation>Es ist zu lang für den größten Platz dieses Modells.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>Leave out the oldest messages</source>
            <translation>Die ältesten Nachrichten weglassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>More does not fit into this computer’s memory.</source>
            <translation>Mehr passt nicht in den Speicher dieses Computers.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>Summarize the earlier messages</source>
            <translation>Frühere Nachrichten zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>Takes about {size} more memory and loads the model again. It holds for all chats; the settings take it back.</source>
            <translation>Braucht etwa {size} mehr Speicher und lädt das Modell neu. Es gilt für alle Chats; in den Einstellungen lässt es sich zurücknehmen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>Takes no more memory and loads the model again. It holds for all chats; the settings take it back.</source>
            <translation>Braucht nicht mehr Speicher und lädt das Modell neu. Es gilt für alle Chats; in den Einstellungen lässt es sich zurücknehmen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>The model was not made for more.</source>
            <translation>Das Modell ist nicht für mehr gemacht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>The model writes a summary of the oldest messages, which goes in their place. They stay here, marked as not sent.</source>
            <translation>Das Modell schreibt eine Zusammenfassung der ältesten Nachrichten, die an ihre Stelle tritt. Sie bleiben hier, als nicht gesendet markiert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>They stay here, marked, and the model does not see them any more.</source>
            <translation>Sie bleiben hier, markiert, und das Modell sieht sie nicht mehr.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>This does not fit</source>
            <translation>Das passt nicht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>This message alone needs room for {needed} tokens and an answer, and the model has {room}. It stays in the box: shorten it, remove a file, or choose another model.</source>
            <translation>Allein diese Nachricht braucht Platz für {needed} Token und eine Antwort, und das Modell hat {room}. Sie bleibt im Feld: Kürzen Sie sie, entfernen Sie eine Datei, oder wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>This needs room for {needed} tokens and an answer, and the model has {room}. Nothing was sent yet, and nothing is cut unless you choose it here.</source>
            <translation>Das braucht Platz für {needed} Token und eine Antwort, und das Modell hat {room}. Noch wurde nichts gesendet, und nichts wird gekürzt, wenn Sie es nicht hier wählen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/overflow_dialog.py" />
            <source>What more room would take could not be measured.</source>
            <translation>Was mehr Platz kosten würde, ließ sich nicht messen.</translation>
        </message>
    </context>
    <context>
        <name>PageColumn</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/page_column.py" />
            <source>Pages as pictures; the Text view holds their words</source>
            <translation>Seiten als Bilder; ihre Wörter stehen in der Textansicht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/page_column.py" />
            <source>{0} could not be drawn. The Text view shows its words.</source>
            <translation>{0} ließ sich nicht zeichnen. Die Textansicht zeigt die Wörter.</translation>
        </message>
    </context>
    <context>
        <name>PageList</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/page_list.py" />
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <location filename="desktop_slm/ui/finding/palette.py" />
            <source>Actions</source>
            <translation>Aktionen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/palette.py" />
            <source>Chats and summaries</source>
            <translation>Chats und Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/palette.py" />
            <source>Find</source>
            <translation>Finden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/palette.py" />
            <source>Find a chat, a folder, an assistant or an action</source>
            <translation>Chat, Ordner, Assistenten oder Befehl finden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/palette.py" />
            <source>In what was written</source>
            <translation>In dem, was geschrieben wurde</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/finding/palette.py" />
            <source>Nothing found.</source>
            <translation>Nichts gefunden.</translation>
        </message>
    </context>
    <context>
        <name>PassageDialog</name>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/passage_dialog.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/passage_dialog.py" />
            <source>Found for: “{sentence}”</source>
            <translation>Gefunden für: „{sentence}“</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/passage_dialog.py" />
            <source>Next page</source>
            <translation>Nächste Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/passage_dialog.py" />
            <source>Page before</source>
            <translation>Vorige Seite</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Ask for it at each start</source>
            <translation>Bei jedem Start danach fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Change passphrase</source>
            <translation>Passphrase ändern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Change the passphrase</source>
            <translation>Passphrase ändern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Current passphrase or recovery code</source>
            <translation>Jetzige Passphrase oder Wiederherstellungscode</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Enter the passphrase that is in force now.</source>
            <translation>Geben Sie die Passphrase ein, die jetzt gilt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>It unlocks the app after a lock. If you forget it, only your recovery code opens your chats and summaries.</source>
            <translation>Sie entsperrt die App nach einer Sperre. Wenn Sie sie vergessen, öffnet nur Ihr Wiederherstellungscode Ihre Chats und Zusammenfassungen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Remove passphrase</source>
            <translation>Passphrase entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Remove the passphrase</source>
            <translation>Passphrase entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Set a passphrase</source>
            <translation>Passphrase festlegen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Set a passphrase to lock the app</source>
            <translation>Passphrase festlegen, um die App zu sperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Set and lock now</source>
            <translation>Festlegen und jetzt sperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>Set passphrase</source>
            <translation>Passphrase festlegen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>The key is kept by this system's keyring alone, and the app can no longer be locked.</source>
            <translation>Der Schlüssel liegt allein im Schlüsselbund dieses Systems, und die App lässt sich nicht mehr sperren.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>The one before opens nothing any more, here.</source>
            <translation>Die vorige öffnet hier nichts mehr.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_dialog.py" />
            <source>This system's keyring opens for whoever uses your account, so it cannot unlock the app. If you forget the passphrase, only your recovery code opens your chats and summaries.</source>
            <translation>Der Schlüsselbund dieses Systems öffnet sich für jeden, der Ihr Konto benutzt; er kann die App deshalb nicht entsperren. Wenn Sie die Passphrase vergessen, öffnet nur Ihr Wiederherstellungscode Ihre Chats und Zusammenfassungen.</translation>
        </message>
    </context>
    <context>
        <name>PassphraseField</name>
        <message>
            <location filename="desktop_slm/ui/opening/passphrase_field.py" />
            <source>Show what is written</source>
            <translation>Zeigen, was geschrieben steht</translation>
        </message>
    </context>
    <context>
        <name>PendingBar</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>1 attachment</source>
            <translation>1 Anhang</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Attached files</source>
            <translation>Angehängte Dateien</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Edit the message that waits</source>
            <translation>Die wartende Nachricht bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Messages that wait</source>
            <translation>Wartende Nachrichten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Not sent: it needs more room than the model has.</source>
            <translation>Nicht gesendet: Sie braucht mehr Platz, als das Modell hat.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Not sent: the answer before it could not be finished.</source>
            <translation>Nicht gesendet: Die Antwort davor wurde nicht fertig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Not sent: the chat was closed before its turn.</source>
            <translation>Nicht gesendet: Der Chat wurde geschlossen, bevor sie an der Reihe war.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Not sent: you stopped the answer before it.</source>
            <translation>Nicht gesendet: Sie haben die Antwort davor gestoppt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Remove the message that waits</source>
            <translation>Die wartende Nachricht entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Send now</source>
            <translation>Jetzt senden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>Waiting: sent when the answer is done.</source>
            <translation>Wartet: wird gesendet, wenn die Antwort fertig ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/pending_bar.py" />
            <source>{count} attachments</source>
            <translation>{count} Anhänge</translation>
        </message>
    </context>
    <context>
        <name>PersonLine</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>1 sentence is left out, here and in what you copy or export.</source>
            <translation>1 Satz fehlt, hier und in dem, was Sie kopieren oder exportieren.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>1 sentence rests on what is selected.</source>
            <translation>1 Satz beruht auf der Auswahl.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>Leave out what nothing supports</source>
            <translation>Weglassen, was nicht belegt ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>No sentence rests on what is selected.</source>
            <translation>Kein Satz beruht auf der Auswahl.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>Nothing is left out: every sentence has a source.</source>
            <translation>Nichts fehlt: Jeder Satz hat eine Quelle.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>{0} of 1 sentence checked by a person</source>
            <translation>{0} von 1 Satz von einem Menschen geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>{0} of {1} sentences checked by a person</source>
            <translation>{0} von {1} Sätzen von einem Menschen geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>{0} sentences are left out, here and in what you copy or export.</source>
            <translation>{0} Sätze fehlen, hier und in dem, was Sie kopieren oder exportieren.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/person_line.py" />
            <source>{0} sentences rest on what is selected.</source>
            <translation>{0} Sätze beruhen auf der Auswahl.</translation>
        </message>
    </context>
    <context>
        <name>PickDialog</name>
        <message>
            <location filename="desktop_slm/ui/widgets/pick_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
    </context>
    <context>
        <name>PictureNotice</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>Find the file…</source>
            <translation>Datei suchen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>Only the text is shown: the file is locked by a password.</source>
            <translation>Nur der Text wird gezeigt: Die Datei ist mit einem Passwort geschützt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>Only the text is shown: the file is not where it was.</source>
            <translation>Nur der Text wird gezeigt: Die Datei ist nicht, wo sie war.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>Only the text is shown: the file itself is not kept here.</source>
            <translation>Nur der Text wird gezeigt: Die Datei selbst wird hier nicht aufbewahrt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>Only the text is shown: the file was changed after it was read.</source>
            <translation>Nur der Text wird gezeigt: Die Datei wurde nach dem Lesen geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>Only the text is shown: the pages could not be drawn, the reader stopped.</source>
            <translation>Nur der Text wird gezeigt: Die Seiten ließen sich nicht zeichnen, der Leser hat angehalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>Show the text</source>
            <translation>Text zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>These words cannot be marked on the picture; in the text they are.</source>
            <translation>Diese Wörter lassen sich im Bild nicht markieren; im Text schon.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>This is another file than the one that was read. The text is shown.</source>
            <translation>Das ist eine andere Datei als die gelesene. Der Text wird gezeigt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/picture_notice.py" />
            <source>{0} could not be drawn: the reader stopped. Its text is there.</source>
            <translation>{0} ließ sich nicht zeichnen: Der Leser hat angehalten. Der Text ist da.</translation>
        </message>
    </context>
    <context>
        <name>PictureOffer</name>
        <message>
            <location filename="desktop_slm/ui/summaries/picture_offer.py" />
            <source>1 page is a picture and was not read.</source>
            <translation>1 Seite ist ein Bild und wurde nicht gelesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/picture_offer.py" />
            <source>Read it</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/picture_offer.py" />
            <source>Read them</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/picture_offer.py" />
            <source>Text recognition is not installed on this computer.</source>
            <translation>Texterkennung ist auf diesem Computer nicht installiert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/picture_offer.py" />
            <source>This document holds pictures of pages and no text.</source>
            <translation>Dieses Dokument enthält Bilder von Seiten und keinen Text.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/picture_offer.py" />
            <source>To have their text recognised, open the file again.</source>
            <translation>Um ihren Text erkennen zu lassen, öffnen Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/picture_offer.py" />
            <source>{0} pages are pictures and were not read.</source>
            <translation>{0} Seiten sind Bilder und wurden nicht gelesen.</translation>
        </message>
    </context>
    <context>
        <name>PlaceForm</name>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>A key file</source>
            <translation>Eine Schlüsseldatei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>A passphrase</source>
            <translation>Eine Passphrase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Chats and summaries are gone when you close the window. You are asked again the next time.</source>
            <translation>Chats und Zusammenfassungen sind weg, wenn Sie das Fenster schließen. Beim nächsten Mal werden Sie wieder gefragt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Everything is stored encrypted on this computer. The key is usually kept by the system, but this system has no keyring. How should it be kept?</source>
            <translation>Alles wird verschlüsselt auf diesem Computer gespeichert. Den Schlüssel verwahrt sonst das System, aber dieses hat keinen Schlüsselbund. Wie soll er verwahrt werden?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Lock up your chats and summaries</source>
            <translation>Chats und Zusammenfassungen verschließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Nothing stored this time</source>
            <translation>Diesmal wird nichts gespeichert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Nothing to remember: the key lies in a file beside your data that only your account can read. It protects your data from the other accounts of this computer. It does not protect from someone who takes the disk or copies the whole folder, nor from programs that run under your account.</source>
            <translation>Nichts zu merken: Der Schlüssel liegt in einer Datei neben Ihren Daten, die nur Ihr Konto lesen kann. Das schützt Ihre Daten vor den anderen Konten dieses Computers. Es schützt nicht vor jemandem, der den Datenträger mitnimmt oder den ganzen Ordner kopiert, und nicht vor Programmen, die unter Ihrem Konto laufen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Store nothing this time</source>
            <translation>Diesmal nichts speichern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Use a key file</source>
            <translation>Schlüsseldatei verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>Use this passphrase</source>
            <translation>Diese Passphrase verwenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/place_form.py" />
            <source>You enter it each time the app starts. It protects your data from everybody who gets at this computer or its disk. If you forget it, only the recovery code, which you can save next, opens your data.</source>
            <translation>Sie geben sie bei jedem Start der App ein. Sie schützt Ihre Daten vor allen, die an diesen Computer oder seinen Datenträger kommen. Wenn Sie sie vergessen, öffnet nur der Wiederherstellungscode, den Sie als Nächstes sichern können, Ihre Daten.</translation>
        </message>
    </context>
    <context>
        <name>PlaceMark</name>
        <message>
            <location filename="desktop_slm/ui/chat/evidence/place_mark.py" />
            <source>In the folder {name}</source>
            <translation>Im Ordner {name}</translation>
        </message>
    </context>
    <context>
        <name>PlanWords</name>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>1 level</source>
            <translation>1 Stufe</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>1 part could not be joined; its notes stand behind the others.</source>
            <translation>1 Teil konnte nicht zusammengefügt werden; seine Notizen stehen hinter den anderen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>1 passage</source>
            <translation>1 Abschnitt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>About {wanted} words were asked for; the summary has {found}.</source>
            <translation>Gewünscht waren etwa {wanted} Wörter; die Zusammenfassung hat {found}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Action items</source>
            <translation>Aufgaben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>As the document</source>
            <translation>Wie das Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Bullets</source>
            <translation>Stichpunkte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>For about {wanted} words, 1 entry was left out.</source>
            <translation>Für etwa {wanted} Wörter wurde 1 Eintrag weggelassen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>For about {wanted} words, {found} entries were left out.</source>
            <translation>Für etwa {wanted} Wörter wurden {found} Einträge weggelassen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>It was asked for in {wanted}; the model did not write it so.</source>
            <translation>Gewünscht war {wanted}; das Modell hat es nicht so geschrieben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Key facts</source>
            <translation>Eckdaten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Left out: {0}.</source>
            <translation>Weggelassen: {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>No sentence names what was asked for: {wanted}.</source>
            <translation>Kein Satz nennt das Gewünschte: {wanted}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Paragraph</source>
            <translation>Absatz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Plan: {0}.</source>
            <translation>Plan: {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Questions and answers</source>
            <translation>Fragen und Antworten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>The model found nothing in the document on what was asked for: {wanted}.</source>
            <translation>Das Modell hat im Dokument nichts zum Gewünschten gefunden: {wanted}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>about {0} h</source>
            <translation>etwa {0} h</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>about {0} min</source>
            <translation>etwa {0} min</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>about {0} words</source>
            <translation>etwa {0} Wörter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>key sentences of 1 passage</source>
            <translation>Kernsätze aus 1 Abschnitt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>key sentences of {0} passages</source>
            <translation>Schlüsselsätze von {0} Abschnitten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>less than a minute</source>
            <translation>weniger als eine Minute</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>pages {0}</source>
            <translation>Seiten {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>same result every time</source>
            <translation>jedes Mal dasselbe Ergebnis</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>time not known yet for this model</source>
            <translation>Dauer für dieses Modell noch nicht bekannt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>{0} levels</source>
            <translation>{0} Stufen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>{0} passages</source>
            <translation>{0} Abschnitte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>{found} parts could not be joined; their notes stand one after the other.</source>
            <translation>{found} Teile ließen sich nicht verbinden; ihre Notizen stehen hintereinander.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/plan_words.py" />
            <source>“{0}”</source>
            <translation>„{0}“</translation>
        </message>
    </context>
    <context>
        <name>PrivacySection</name>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Asking every part of the program …</source>
            <translation>Jeder Teil des Programms wird gefragt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Copy path of the data folder</source>
            <translation>Pfad des Datenordners kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>It lies in the file {path}, which only your account can read. Whoever has that file and your data can open it; without the file nobody can.</source>
            <translation>Er liegt in der Datei {path}, die nur Ihr Konto lesen kann. Wer diese Datei und Ihre Daten hat, kann sie öffnen; ohne die Datei kann es niemand.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>It lies in this system's keyring ({keyring}), which opens when you sign in. Whoever uses your account can open your data.</source>
            <translation>Er liegt im Schlüsselbund dieses Systems ({keyring}), der sich öffnet, wenn Sie sich anmelden. Wer Ihr Konto benutzt, kann Ihre Daten öffnen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>It lies under your passphrase, which is stored nowhere. Without it, or the recovery code, nobody can open your data.</source>
            <translation>Er liegt unter Ihrer Passphrase, die nirgends gespeichert ist. Ohne sie oder den Wiederherstellungscode kann niemand Ihre Daten öffnen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>It was started offline: nothing in it can ask Hugging Face.</source>
            <translation>Es wurde offline gestartet: Nichts darin kann Hugging Face fragen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Not encrypted</source>
            <translation>Nicht verschlüsselt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Nothing is stored: everything is gone when the window closes.</source>
            <translation>Nichts wird gespeichert: Alles ist weg, wenn sich das Fenster schließt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Nothing keeps these off the internet: {parts}.</source>
            <translation>Nichts hält diese vom Internet fern: {parts}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Only the part that asks Hugging Face for you may use it, and it is not started by this window.</source>
            <translation>Nur der Teil, der Hugging Face für Sie fragt, darf es benutzen, und er wird nicht von diesem Fenster gestartet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Privacy</source>
            <translation>Datenschutz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>The key to them</source>
            <translation>Der Schlüssel dazu</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>The network</source>
            <translation>Das Netz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>The system keeps these off the internet: {parts}.</source>
            <translation>Das System hält diese vom Internet fern: {parts}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>There is no key, because nothing is stored.</source>
            <translation>Es gibt keinen Schlüssel, weil nichts gespeichert wird.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>These could not be asked: {parts}.</source>
            <translation>Diese konnten nicht gefragt werden: {parts}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>These do not use the internet, by the program's own rule alone, which the system does not enforce: {parts}.</source>
            <translation>Diese benutzen das Internet nicht, allein nach der Regel des Programms, die das System nicht durchsetzt: {parts}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>They are locked: the data in {path} is not open.</source>
            <translation>Sie sind verschlossen: Die Daten in {path} sind nicht geöffnet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>They are stored encrypted on this computer, with the text read from documents, in {path}.</source>
            <translation>Sie sind verschlüsselt auf diesem Computer gespeichert, mit dem aus Dokumenten gelesenen Text, in {path}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Your chats and summaries</source>
            <translation>Ihre Chats und Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>Your original documents and what you export stay as they are. These settings, the list of models with the places of their files, and a log without your words and file names are plain files.</source>
            <translation>Ihre Originaldokumente und was Sie exportieren, bleiben, wie sie sind. Diese Einstellungen, die Liste der Modelle mit den Orten ihrer Dateien und ein Protokoll ohne Ihre Worte und Dateinamen sind offene Dateien.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the check of model files</source>
            <translation>die Prüfung der Modelldateien</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the conversion of models</source>
            <translation>die Umwandlung von Modellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the document reader</source>
            <translation>der Dokumentleser</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the drawing of formulas</source>
            <translation>das Zeichnen von Formeln</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the model</source>
            <translation>das Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the model's chat template</source>
            <translation>die Chat-Vorlage des Modells</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the search for sources</source>
            <translation>die Suche nach Quellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>the text recognition</source>
            <translation>die Texterkennung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/privacy_section.py" />
            <source>this window</source>
            <translation>dieses Fenster</translation>
        </message>
    </context>
    <context>
        <name>PromptCompletion</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/prompt_completion.py" />
            <source>Prompts</source>
            <translation>Vorlagen</translation>
        </message>
    </context>
    <context>
        <name>PromptEditor</name>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>Edit the prompt</source>
            <translation>Vorlage bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>It needs a name.</source>
            <translation>Er braucht einen Namen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>It needs a text.</source>
            <translation>Sie braucht einen Text.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>New prompt</source>
            <translation>Neue Vorlage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>Text</source>
            <translation>Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>The text is too long.</source>
            <translation>Der Text ist zu lang.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>Typed after a slash in the box of a chat, such as /shorter.</source>
            <translation>Wird nach einem Schrägstrich in das Feld eines Chats geschrieben, wie /kürzer.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>Use letters, digits and hyphens for the name.</source>
            <translation>Verwenden Sie für den Namen Buchstaben, Ziffern und Bindestriche.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>You have a prompt of that name already.</source>
            <translation>Eine Vorlage dieses Namens haben Sie schon.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/prompt_editor.py" />
            <source>{place} is where the words go that are typed behind the name.</source>
            <translation>{place} ist die Stelle für die Wörter, die hinter dem Namen stehen.</translation>
        </message>
    </context>
    <context>
        <name>QuestionBox</name>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Ask</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Ask about these documents</source>
            <translation>Zu diesen Dokumenten fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Ask about this document</source>
            <translation>Zu diesem Dokument fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Best passages only</source>
            <translation>Nur die besten Abschnitte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Question</source>
            <translation>Frage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Read everything</source>
            <translation>Alles lesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Read what it needs</source>
            <translation>Lesen, was nötig ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>Stopping…</source>
            <translation>Wird gestoppt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/question_box.py" />
            <source>What is read for the question</source>
            <translation>Was für die Frage gelesen wird</translation>
        </message>
    </context>
    <context>
        <name>QuestionEditor</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/question_editor.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/question_editor.py" />
            <source>Send</source>
            <translation>Senden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/question_editor.py" />
            <source>This is answered anew from here on; what was there before is kept.</source>
            <translation>Dies wird ab hier neu beantwortet; was vorher da war, bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/question_editor.py" />
            <source>Your message, to be changed</source>
            <translation>Ihre Nachricht, zum Ändern</translation>
        </message>
    </context>
    <context>
        <name>QuestionView</name>
        <message>
            <location filename="desktop_slm/ui/chat/question_view.py" />
            <source>not sent any more</source>
            <translation>nicht mehr gesendet</translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>1 document</source>
            <translation>1 Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>1 document: {0}</source>
            <translation>1 Dokument: {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>Ask about these</source>
            <translation>Zu diesen fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>Digest</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>Documents in line</source>
            <translation>Dokumente in der Schlange</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>Make one digest of these documents</source>
            <translation>Einen Überblick über diese Dokumente erstellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>{0} documents</source>
            <translation>{0} Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>{0} documents: {1}</source>
            <translation>{0} Dokumente: {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>{0} done</source>
            <translation>{0} fertig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>{0} failed</source>
            <translation>{0} fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>{0} stopped</source>
            <translation>{0} gestoppt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>{0} under way</source>
            <translation>{0} in Arbeit</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>{0} waiting</source>
            <translation>{0} warten</translation>
        </message>
    </context>
    <context>
        <name>QueueRow</name>
        <message>
            <location filename="desktop_slm/ui/summaries/running/queue_panel.py" />
            <source>Remove “{0}” from the list</source>
            <translation>„{0}“ aus der Liste entfernen</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/rail.py" />
            <source>Chats and summaries</source>
            <translation>Chats und Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/rail.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/rail.py" />
            <source>New chat</source>
            <translation>Neuer Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/rail.py" />
            <source>Offline</source>
            <translation>Offline</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/rail.py" />
            <source>Offline · by this app only</source>
            <translation>Offline · nur durch diese App</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/rail.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/rail.py" />
            <source>Summarize</source>
            <translation>Zusammenfassen</translation>
        </message>
    </context>
    <context>
        <name>RatingButtons</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/rating_buttons.py" />
            <source>Bad answer</source>
            <translation>Schlechte Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/rating_buttons.py" />
            <source>Good answer</source>
            <translation>Gute Antwort</translation>
        </message>
    </context>
    <context>
        <name>RecognitionSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>A page is read in the one of these that fits it. At most {0}.</source>
            <translation>Eine Seite wird in derjenigen gelesen, die zu ihr passt. Höchstens {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>As the window, and English</source>
            <translation>Wie das Fenster, und Englisch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>For another language put Tesseract’s file, such as “ita.traineddata”, into the folder “{0}”.</source>
            <translation>Für eine weitere Sprache legen Sie die Datei von Tesseract, etwa „ita.traineddata“, in den Ordner „{0}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>Installed on this computer</source>
            <translation>Auf diesem Computer installiert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>Languages of scanned pages and pictures</source>
            <translation>Sprachen gescannter Seiten und Bilder</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>Languages of text recognition: {0}</source>
            <translation>Sprachen der Texterkennung: {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>Nothing: words in pictures are not read. Install the packages “tesseract-ocr-eng” and “tesseract-ocr-{0}”, or take a package of Desktop SLM, which brings text recognition with it.</source>
            <translation>Nichts: Wörter in Bildern werden nicht gelesen. Installieren Sie die Pakete „tesseract-ocr-eng“ und „tesseract-ocr-{0}“, oder nehmen Sie ein Paket von Desktop SLM, das die Texterkennung mitbringt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>Nothing: words in pictures are not read. The packages of Desktop SLM bring text recognition with them.</source>
            <translation>Nichts: Wörter in Bildern werden nicht gelesen. Die Pakete von Desktop SLM bringen die Texterkennung mit.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>Text in pictures</source>
            <translation>Text in Bildern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/recognition_section.py" />
            <source>{0} is missing: put Tesseract’s file “{1}.traineddata” into the folder “{2}”.</source>
            <translation>{0} fehlt: Legen Sie die Datei „{1}.traineddata“ von Tesseract in den Ordner „{2}“.</translation>
        </message>
    </context>
    <context>
        <name>RecognizedLine</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/recognized_line.py" />
            <source>1 of them is uncertain: it is underlined with dots.</source>
            <translation>1 davon ist unsicher: Es ist gepunktet unterstrichen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/recognized_line.py" />
            <source>Show the picture</source>
            <translation>Bild zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/recognized_line.py" />
            <source>These words were recognised in a picture.</source>
            <translation>Diese Wörter wurden in einem Bild erkannt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/recognized_line.py" />
            <source>{0} of them are uncertain: they are underlined with dots.</source>
            <translation>{0} davon sind unsicher: Sie sind gepunktet unterstrichen.</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Copied. Other programs can read what is copied: paste it soon.</source>
            <translation>Kopiert. Andere Programme können Kopiertes lesen: Fügen Sie es bald ein.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Current passphrase</source>
            <translation>Jetzige Passphrase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Desktop SLM recovery code.txt</source>
            <translation>Desktop SLM Wiederherstellungscode.txt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Enter the passphrase that is in force now.</source>
            <translation>Geben Sie die Passphrase ein, die jetzt gilt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>I have it</source>
            <translation>Ich habe ihn</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>I have printed it or written it down</source>
            <translation>Ich habe ihn gedruckt oder aufgeschrieben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>It opens your chats and summaries where the keyring is lost or the passphrase forgotten. Keep it on paper, away from this computer: whoever has it and your data can read everything.</source>
            <translation>Er öffnet Ihre Chats und Zusammenfassungen, wenn der Schlüsselbund verloren oder die Passphrase vergessen ist. Bewahren Sie ihn auf Papier auf, getrennt von diesem Computer: Wer ihn und Ihre Daten hat, kann alles lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Later</source>
            <translation>Später</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Print…</source>
            <translation>Drucken …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Recovery code</source>
            <translation>Wiederherstellungscode</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Recovery code of Desktop SLM

{code}

It opens your chats and summaries where the keyring is lost or the passphrase forgotten: choose “Recovery code” when the app starts, or give it when you restore a backup. Keep it away from the computer.</source>
            <translation>Wiederherstellungscode von Desktop SLM

{code}

Er öffnet Ihre Chats und Zusammenfassungen, wenn der Schlüsselbund verloren oder die Passphrase vergessen ist: Wählen Sie „Wiederherstellungscode“, wenn die App startet, oder geben Sie ihn an, wenn Sie eine Sicherung zurückspielen. Bewahren Sie ihn getrennt vom Computer auf.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Renew your recovery code</source>
            <translation>Wiederherstellungscode erneuern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Save as a file…</source>
            <translation>Als Datei speichern …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Saved as a plain file. Move it away from this computer, to a stick or paper.</source>
            <translation>Als offene Datei gespeichert. Bringen Sie sie weg von diesem Computer, auf einen USB-Stick oder Papier.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>The code from before opens nothing here any more.</source>
            <translation>Der vorige Code öffnet hier nichts mehr.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/recovery_dialog.py" />
            <source>Your recovery code</source>
            <translation>Ihr Wiederherstellungscode</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <location filename="desktop_slm/ui/refusal.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/refusal.py" />
            <source>Desktop SLM does not start</source>
            <translation>Desktop SLM startet nicht</translation>
        </message>
    </context>
    <context>
        <name>RemovedLine</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/removed_line.py" />
            <source>Erase for good now</source>
            <translation>Jetzt endgültig löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/removed_line.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/removed_line.py" />
            <source>Undo the removal of “{model}”</source>
            <translation>Entfernen von „{model}“ rückgängig machen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/removed_line.py" />
            <source>“{model}” and {count} more were removed. They are erased in a minute.</source>
            <translation>„{model}“ und {count} weitere wurden entfernt. Sie werden in einer Minute gelöscht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/removed_line.py" />
            <source>“{model}” was removed. Its file is erased in a minute.</source>
            <translation>„{model}“ wurde entfernt. Seine Datei wird in einer Minute gelöscht.</translation>
        </message>
    </context>
    <context>
        <name>RenameDialog</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/rename_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/rename_dialog.py" />
            <source>Name of the model</source>
            <translation>Name des Modells</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/rename_dialog.py" />
            <source>Rename</source>
            <translation>Umbenennen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/rename_dialog.py" />
            <source>Rename a model</source>
            <translation>Modell umbenennen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/rename_dialog.py" />
            <source>Rename “{model}”</source>
            <translation>„{model}“ umbenennen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/rename_dialog.py" />
            <source>The file keeps its name. Leave this empty to show the model under its file's name.</source>
            <translation>Die Datei behält ihren Namen. Lassen Sie dies leer, um das Modell unter dem Namen seiner Datei zu zeigen.</translation>
        </message>
    </context>
    <context>
        <name>RestoreDialog</name>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>Another file…</source>
            <translation>Andere Datei …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>Backups</source>
            <translation>Sicherungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>Choose a backup</source>
            <translation>Sicherung wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>It takes the place of all chats and summaries. Those that are there now are kept among the backups, and can be restored in the same way.</source>
            <translation>Sie tritt an die Stelle aller Chats und Zusammenfassungen. Die jetzigen bleiben unter den Sicherungen erhalten und lassen sich genauso zurückspielen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>Looking for backups …</source>
            <translation>Sicherungen werden gesucht …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>Restore</source>
            <translation>Zurückspielen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>Restore a backup</source>
            <translation>Sicherung zurückspielen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/restore_dialog.py" />
            <source>There is no backup in the data folder yet.</source>
            <translation>Im Datenordner ist noch keine Sicherung.</translation>
        </message>
    </context>
    <context>
        <name>RoomMeter</name>
        <message>
            <location filename="desktop_slm/ui/chat/room/room_meter.py" />
            <source>Room used</source>
            <translation>Platz belegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/room_meter.py" />
            <source>Room used: {share}</source>
            <translation>Platz belegt: {share}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/room/room_meter.py" />
            <source>{used} of {room} tokens: this chat and what stands in the box.</source>
            <translation>{used} von {room} Token: dieser Chat und was im Feld steht.</translation>
        </message>
    </context>
    <context>
        <name>RunningSection</name>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>Always</source>
            <translation>Immer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>Fewer leave more of the computer to other programs; answers take longer. In force from the next answer.</source>
            <translation>Weniger lassen mehr vom Computer für andere Programme; Antworten dauern länger. Gilt ab der nächsten Antwort.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>How long a model stays loaded when nobody asks it anything. Its memory is free for other programs after that; the next answer loads it again.</source>
            <translation>Wie lange ein Modell geladen bleibt, wenn niemand es etwas fragt. Danach ist sein Speicher für andere Programme frei; die nächste Antwort lädt es wieder.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>How models run</source>
            <translation>Wie Modelle laufen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>How much a model has before it at once: the chat or the part of a document, and its answer. Automatic gives what the model was made for; less takes less memory. In force from the next answer.</source>
            <translation>Wie viel ein Modell auf einmal vor sich hat: den Chat oder den Teil eines Dokuments und seine Antwort. „Automatisch“ gibt, wofür das Modell gemacht ist; weniger braucht weniger Speicher. Gilt ab der nächsten Antwort.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>Model in memory</source>
            <translation>Modell im Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>Processor threads</source>
            <translation>Prozessor-Threads</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>Room for text</source>
            <translation>Platz für Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>Tell me</source>
            <translation>Melden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>The desktop says so while you are elsewhere: a summary, a download, a trial, a long answer. It never says what it was about.</source>
            <translation>Der Desktop meldet es, während Sie anderswo sind: eine Zusammenfassung, einen Download, einen Probelauf, eine lange Antwort. Nie sagt er, worum es ging.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>When long work ends</source>
            <translation>Wenn lange Arbeit endet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>{minutes} minutes</source>
            <translation>{minutes} Minuten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/running_section.py" />
            <source>{pages} pages · {tokens} tokens</source>
            <translation>{pages} Seiten · {tokens} Token</translation>
        </message>
    </context>
    <context>
        <name>SafeText</name>
        <message>
            <location filename="desktop_slm/ui/widgets/safe_text.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/safe_text.py" />
            <source>Copy link address</source>
            <translation>Adresse des Links kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/safe_text.py" />
            <source>Select all</source>
            <translation>Alles markieren</translation>
        </message>
    </context>
    <context>
        <name>SearchBar</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>Close the search</source>
            <translation>Suche schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>Find in the document</source>
            <translation>Im Dokument suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>Match before</source>
            <translation>Voriger Treffer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>Next match</source>
            <translation>Nächster Treffer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>Searching …</source>
            <translation>Wird gesucht …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>{0} of {1}</source>
            <translation>{0} von {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/search_bar.py" />
            <source>{0} of {1} …</source>
            <translation>{0} von {1} …</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <location filename="desktop_slm/ui/widgets/search_field.py" />
            <source>Empty the field</source>
            <translation>Feld leeren</translation>
        </message>
    </context>
    <context>
        <name>SearchPane</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/search_pane.py" />
            <source>Nothing found.</source>
            <translation>Nichts gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/search_pane.py" />
            <source>Search is being prepared: older chats may be missing yet.</source>
            <translation>Die Suche wird vorbereitet: Ältere Chats fehlen vielleicht noch.</translation>
        </message>
    </context>
    <context>
        <name>SentenceEditor</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_editor.py" />
            <source>The sentence</source>
            <translation>Der Satz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_editor.py" />
            <source>Write a sentence</source>
            <translation>Schreiben Sie einen Satz</translation>
        </message>
    </context>
    <context>
        <name>SentenceList</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_list.py" />
            <source>Show {0} more</source>
            <translation>{0} weitere zeigen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_list.py" />
            <source>Summary</source>
            <translation>Zusammenfassung</translation>
        </message>
    </context>
    <context>
        <name>SentenceMark</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_mark.py" />
            <source>Checked by me</source>
            <translation>Von mir geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_mark.py" />
            <source>Checked by me (Space)</source>
            <translation>Von mir geprüft (Leertaste)</translation>
        </message>
    </context>
    <context>
        <name>SentenceMenu</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_menu.py" />
            <source>Add a sentence below</source>
            <translation>Darunter einen Satz einfügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_menu.py" />
            <source>Checked by me</source>
            <translation>Von mir geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_menu.py" />
            <source>Edit</source>
            <translation>Bearbeiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_menu.py" />
            <source>Move down</source>
            <translation>Nach unten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_menu.py" />
            <source>Move up</source>
            <translation>Nach oben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_menu.py" />
            <source>Not checked after all</source>
            <translation>Doch nicht geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_menu.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
    </context>
    <context>
        <name>SentenceNotes</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_notes.py" />
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_notes.py" />
            <source>Keep this sentence: I have checked it</source>
            <translation>Diesen Satz behalten: Ich habe ihn geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_notes.py" />
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_notes.py" />
            <source>Remove this sentence</source>
            <translation>Diesen Satz entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_notes.py" />
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_notes.py" />
            <source>Search the document for it</source>
            <translation>Im Dokument danach suchen</translation>
        </message>
    </context>
    <context>
        <name>SentenceRow</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_row.py" />
            <source>More for this sentence</source>
            <translation>Mehr zu diesem Satz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/sentence_row.py" />
            <source>Rests on what is selected in the document.</source>
            <translation>Beruht auf der Auswahl im Dokument.</translation>
        </message>
    </context>
    <context>
        <name>SetHeader</name>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_header.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_header.py" />
            <source>Copy the digest</source>
            <translation>Überblick kopieren</translation>
        </message>
    </context>
    <context>
        <name>SetView</name>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_view.py" />
            <source>Answers</source>
            <translation>Antworten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_view.py" />
            <source>Answers and document</source>
            <translation>Antworten und Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_view.py" />
            <source>Answers are written from what the documents say, and every sentence leads to its passage. Questions and answers are kept here, encrypted, until you remove them or delete the summaries of these documents.</source>
            <translation>Antworten werden aus dem geschrieben, was die Dokumente sagen, und jeder Satz führt zu seiner Textstelle. Fragen und Antworten bleiben hier, verschlüsselt, bis Sie sie entfernen oder die Zusammenfassungen dieser Dokumente löschen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_view.py" />
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_view.py" />
            <source>PDF and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp)</source>
            <translation>PDF und Bilder (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_view.py" />
            <source>Saved as “{0}”.</source>
            <translation>Gespeichert als „{0}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_view.py" />
            <source>The document’s file</source>
            <translation>Die Datei des Dokuments</translation>
        </message>
    </context>
    <context>
        <name>SetWords</name>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>1 document</source>
            <translation>1 Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>1 entry was found.</source>
            <translation>1 Eintrag wurde gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>1 page of {0} had no text to read.</source>
            <translation>1 Seite von {0} hatte keinen Text zum Lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>Nothing on this was found in {0}.</source>
            <translation>Dazu wurde nichts gefunden in {0}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>Some passages of {0} could not be read.</source>
            <translation>Einige Abschnitte von {0} konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>To be read: {0} ({1}).</source>
            <translation>Zu lesen: {0} ({1}).</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>as you chose</source>
            <translation>wie Sie gewählt haben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>it is short</source>
            <translation>es ist kurz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>no passage has a word of the question</source>
            <translation>kein Abschnitt hat ein Wort der Frage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>nothing of {0}, where no passage fits the question</source>
            <translation>nichts von {0}, wo kein Abschnitt zur Frage passt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>the best passages for the question</source>
            <translation>die besten Abschnitte zur Frage</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>the question asks about all there is</source>
            <translation>die Frage verlangt alles, was da ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>the question asks about the whole</source>
            <translation>die Frage verlangt das Ganze</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>the question asks for a comparison</source>
            <translation>die Frage verlangt einen Vergleich</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>the question asks for a number</source>
            <translation>die Frage verlangt eine Anzahl</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} and {1}</source>
            <translation>{0} und {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} documents</source>
            <translation>{0} Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} entries were found.</source>
            <translation>{0} Einträge wurden gefunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} in {1} of {2} passages</source>
            <translation>{0} in {1} von {2} Abschnitten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} pages of {1} had no text to read.</source>
            <translation>{0} Seiten von {1} hatten keinen Text zum Lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} was read whole</source>
            <translation>{0} wurde ganz gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} were read whole</source>
            <translation>{0} wurden ganz gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0} whole</source>
            <translation>{0} ganz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0}, {1}</source>
            <translation>{0}, {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0}: {1}</source>
            <translation>{0}: {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/asking/set_words.py" />
            <source>{0}: {1}.</source>
            <translation>{0}: {1}.</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <location filename="desktop_slm/ui/settings/page.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>SetupPane</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Choose a document, and the models to compare.</source>
            <translation>Wählen Sie ein Dokument und die Modelle zum Vergleichen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Choose a document…</source>
            <translation>Dokument wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Or drop one here.</source>
            <translation>Oder legen Sie eines hier ab.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Pages to read, as 1-10</source>
            <translation>Zu lesende Seiten, wie 1-10</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Up to four models summarize the same pages of a document of yours, one after another, on this computer. You see how fast each is and how much of what it wrote stands on the pages.</source>
            <translation>Bis zu vier Modelle fassen dieselben Seiten eines Ihrer Dokumente zusammen, eines nach dem anderen, auf diesem Computer. Sie sehen, wie schnell jedes ist und wie viel von dem, was es schrieb, auf den Seiten steht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>Write pages with text as 1-10 or 1, 4-6. The document has {count}.</source>
            <translation>Schreiben Sie Seiten mit Text als 1-10 oder 1, 4-6. Das Dokument hat {count}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/setup_pane.py" />
            <source>of {count} · {words}</source>
            <translation>von {count} · {words}</translation>
        </message>
    </context>
    <context>
        <name>SharedFolder</name>
        <message>
            <location filename="desktop_slm/ui/shared_folder.py" />
            <source>Store your data in a shared folder?</source>
            <translation>Ihre Daten in einem geteilten Ordner speichern?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/shared_folder.py" />
            <source>The folder for your data is kept in sync by {name}.</source>
            <translation>Der Ordner für Ihre Daten wird von {name} abgeglichen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/shared_folder.py" />
            <source>The folder for your data is on a network drive ({name}).</source>
            <translation>Der Ordner für Ihre Daten liegt auf einem Netzlaufwerk ({name}).</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/shared_folder.py" />
            <source>Two computers that write there can damage your chats and summaries, so use it only if no other one does. To use a folder of this computer, cancel and start the app with --data-dir and that folder. Nothing has been written so far.</source>
            <translation>Zwei Computer, die dort schreiben, können Ihre Chats und Zusammenfassungen beschädigen; verwenden Sie ihn also nur, wenn es kein anderer tut. Um einen Ordner dieses Computers zu verwenden, brechen Sie ab und starten Sie die App mit --data-dir und diesem Ordner. Bisher wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/shared_folder.py" />
            <source>Use this folder</source>
            <translation>Diesen Ordner verwenden</translation>
        </message>
    </context>
    <context>
        <name>SheetColumn</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/sheet_column.py" />
            <source>Text of the document</source>
            <translation>Text des Dokuments</translation>
        </message>
    </context>
    <context>
        <name>SideList</name>
        <message>
            <location filename="desktop_slm/ui/summaries/document/side_list.py" />
            <source>Outline</source>
            <translation>Gliederung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/side_list.py" />
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/document/side_list.py" />
            <source>What is listed</source>
            <translation>Was aufgelistet ist</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>New chat</source>
            <translation>Neuer Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>Nothing is stored this time.</source>
            <translation>Diesmal wird nichts gespeichert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>Summarize</source>
            <translation>Zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>Temporary chat</source>
            <translation>Temporärer Chat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>Your chats and summaries are not open yet.</source>
            <translation>Ihre Chats und Zusammenfassungen sind noch nicht geöffnet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/sidebar.py" />
            <source>Your chats and summaries will be listed here.</source>
            <translation>Hier stehen später Ihre Chats und Zusammenfassungen.</translation>
        </message>
    </context>
    <context>
        <name>SidebarSearchField</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/search_pane.py" />
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/search_pane.py" />
            <source>Search in everything</source>
            <translation>Alles durchsuchen</translation>
        </message>
    </context>
    <context>
        <name>StageWords</name>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Joining the notes, {0} of {1}</source>
            <translation>Notizen werden verbunden, {0} von {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Loading the model</source>
            <translation>Das Modell wird geladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Opening the document</source>
            <translation>Das Dokument wird geöffnet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Reading passage {0} of {1}</source>
            <translation>Abschnitt {0} von {1} wird gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Reading the first passage</source>
            <translation>Der erste Abschnitt wird gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Reading the pictures, page {0} of {1}</source>
            <translation>Die Bilder werden gelesen, Seite {0} von {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Stopping…</source>
            <translation>Wird gestoppt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Waiting for its turn</source>
            <translation>Wartet, bis es an der Reihe ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>Working out what this takes</source>
            <translation>Der Aufwand wird berechnet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>joining the notes</source>
            <translation>Notizen werden verbunden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>loading the model</source>
            <translation>Modell wird geladen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>opening</source>
            <translation>wird geöffnet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>planning</source>
            <translation>wird geplant</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>reading</source>
            <translation>wird gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>stopped</source>
            <translation>gestoppt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>stopping</source>
            <translation>wird gestoppt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/running/stage_words.py" />
            <source>waits for its start</source>
            <translation>wartet auf den Start</translation>
        </message>
    </context>
    <context>
        <name>StartPanel</name>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/start_panel.py" />
            <source>Choose files…</source>
            <translation>Dateien wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/start_panel.py" />
            <source>Compare two versions…</source>
            <translation>Zwei Fassungen vergleichen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/start_panel.py" />
            <source>Drop documents here to summarize them</source>
            <translation>Legen Sie hier Dokumente zum Zusammenfassen ab</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/start_panel.py" />
            <source>Nothing leaves this computer: documents are read and summarized here.</source>
            <translation>Nichts verlässt diesen Computer: Dokumente werden hier gelesen und zusammengefasst.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/start_panel.py" />
            <source>PDF, Word, OpenDocument, PowerPoint, Excel, EPUB, RTF, CSV, mails, subtitles, web pages, Markdown and plain text. Every page is read, and the sentences of the summary lead to the passages behind them.</source>
            <translation>PDF, Word, OpenDocument, PowerPoint, Excel, EPUB, RTF, CSV, Mails, Untertitel, Webseiten, Markdown und reiner Text. Jede Seite wird gelesen, und die Sätze der Zusammenfassung führen zu den Textstellen dahinter.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/start_panel.py" />
            <source>Summarize a sample</source>
            <translation>Ein Beispiel zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/start_panel.py" />
            <source>Verify an export…</source>
            <translation>Export prüfen …</translation>
        </message>
    </context>
    <context>
        <name>SummaryControls</name>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/summary_controls.py" />
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/summary_controls.py" />
            <source>Nothing is read before you start it.</source>
            <translation>Nichts wird gelesen, bevor Sie starten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/summary_controls.py" />
            <source>Redo</source>
            <translation>Neu machen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/summary_controls.py" />
            <source>Redo with these</source>
            <translation>Damit neu machen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/summary_controls.py" />
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/summary_controls.py" />
            <source>Working out what this takes…</source>
            <translation>Der Aufwand wird berechnet …</translation>
        </message>
    </context>
    <context>
        <name>SummaryExport</name>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/summary_export.py" />
            <source>{0} summary</source>
            <translation>Zusammenfassung von {0}</translation>
        </message>
    </context>
    <context>
        <name>SummaryHeader</name>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Ask about it</source>
            <translation>Dazu fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Compare with another version…</source>
            <translation>Mit einer anderen Fassung vergleichen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Copy the summary</source>
            <translation>Zusammenfassung kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Stopping…</source>
            <translation>Wird gestoppt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_header.py" />
            <source>Verify an export…</source>
            <translation>Export prüfen …</translation>
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message>
            <location filename="desktop_slm/ui/summaries/page.py" />
            <source>PDF and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp)</source>
            <translation>PDF und Bilder (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.webp)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/taken.py" />
            <source>Pasted text</source>
            <translation>Eingefügter Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/page.py" />
            <source>The document’s file</source>
            <translation>Die Datei des Dokuments</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/taken.py" />
            <source>“{0}” lies on another computer, which a drop must not connect to. Choose it with “Choose files…” instead.</source>
            <translation>„{0}“ liegt auf einem anderen Computer, mit dem sich ein Ablegen nicht verbinden darf. Wählen Sie es stattdessen mit „Dateien wählen …“.</translation>
        </message>
    </context>
    <context>
        <name>SummaryPane</name>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>Choose a model</source>
            <translation>Modell wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>Notes appear here as passages are read.</source>
            <translation>Notizen erscheinen hier, während Abschnitte gelesen werden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>Stopped before the document was read.</source>
            <translation>Gestoppt, bevor das Dokument gelesen war.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>Stopped. What was read is kept; going on continues where it was.</source>
            <translation>Gestoppt. Gelesenes bleibt; „Weiter“ macht dort weiter, wo es war.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>The model wrote nothing about this document. Try another model.</source>
            <translation>Das Modell hat nichts über dieses Dokument geschrieben. Versuchen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>This run ended with an error.</source>
            <translation>Dieser Lauf endete mit einem Fehler.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>This was cut off when the program ended. What was read is kept.</source>
            <translation>Dies wurde abgebrochen, als das Programm endete. Gelesenes bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_pane.py" />
            <source>{0} What was read is kept.</source>
            <translation>{0} Gelesenes bleibt erhalten.</translation>
        </message>
    </context>
    <context>
        <name>SummaryTabs</name>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_tabs.py" />
            <source>At a glance</source>
            <translation>Auf einen Blick</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_tabs.py" />
            <source>Not in the summary</source>
            <translation>Nicht in der Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_tabs.py" />
            <source>Summary</source>
            <translation>Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/summary_tabs.py" />
            <source>What to see of the document</source>
            <translation>Was vom Dokument zu sehen ist</translation>
        </message>
    </context>
    <context>
        <name>SystemFileDialogs</name>
        <message>
            <location filename="desktop_slm/ui/file_dialogs.py" />
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/file_dialogs.py" />
            <source>Choose documents to summarize</source>
            <translation>Dokumente zum Zusammenfassen wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/file_dialogs.py" />
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/file_dialogs.py" />
            <source>Save as</source>
            <translation>Speichern unter</translation>
        </message>
    </context>
    <context>
        <name>TableText</name>
        <message>
            <location filename="desktop_slm/ui/widgets/table_text.py" />
            <source>Table</source>
            <translation>Tabelle</translation>
        </message>
    </context>
    <context>
        <name>Taking</name>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>1 model is in {folder}. On the other computer choose Import, A folder, and this folder; it is compared with its fingerprint there.</source>
            <translation>1 Modell ist in {folder}. Wählen Sie auf dem anderen Computer „Importieren“, „Ein Ordner“ und diesen Ordner; dort wird es mit seinem Fingerabdruck verglichen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>Choose a folder…</source>
            <translation>Ordner wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>Choose models, then a folder on a disk or memory stick. The files are written there with a list of their fingerprints, so that the other computer can tell whether they came unharmed. The files here stay.</source>
            <translation>Wählen Sie Modelle und dann einen Ordner auf einem Datenträger oder USB-Stick. Die Dateien werden dort mit einer Liste ihrer Fingerabdrücke geschrieben, damit der andere Computer sieht, ob sie heil angekommen sind. Die Dateien hier bleiben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>Copy path</source>
            <translation>Pfad kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>Copying “{name}”</source>
            <translation>„{name}“ wird kopiert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>Stopped. What was written whole is in the folder and on its list.</source>
            <translation>Gestoppt. Was ganz geschrieben wurde, ist im Ordner und auf seiner Liste.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>Take to another computer</source>
            <translation>Auf einen anderen Computer mitnehmen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>There is no model to take along: the practice model is in the app.</source>
            <translation>Es ist kein Modell zum Mitnehmen da: Das Übungsmodell steckt in der App.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>Where to write the models</source>
            <translation>Wohin die Modelle geschrieben werden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/taking.py" />
            <source>{count} models are in {folder}. On the other computer choose Import, A folder, and this folder; they are compared with their fingerprints there.</source>
            <translation>{count} Modelle sind in {folder}. Wählen Sie auf dem anderen Computer „Importieren“, „Ein Ordner“ und diesen Ordner; dort werden sie mit ihren Fingerabdrücken verglichen.</translation>
        </message>
    </context>
    <context>
        <name>TakingAlong</name>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/taking_along.py" />
            <source>Saved as “{0}”.</source>
            <translation>Gespeichert als „{0}“.</translation>
        </message>
    </context>
    <context>
        <name>TemporaryBar</name>
        <message>
            <location filename="desktop_slm/ui/temporary/bar.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/bar.py" />
            <source>Keep this chat</source>
            <translation>Diesen Chat behalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/bar.py" />
            <source>Temporary chat: nothing of it is stored.</source>
            <translation>Temporärer Chat: Nichts davon wird gespeichert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/bar.py" />
            <source>Temporary chat: nothing of it is stored. It is gone once it is closed, or the window is closed or locked.</source>
            <translation>Temporärer Chat: Nichts davon wird gespeichert. Er ist weg, sobald er oder das Fenster geschlossen oder die App gesperrt wird.</translation>
        </message>
    </context>
    <context>
        <name>TemporaryPage</name>
        <message>
            <location filename="desktop_slm/ui/temporary/page.py" />
            <source>A summary is stored with its document, unlike this chat.</source>
            <translation>Eine Zusammenfassung wird mit ihrem Dokument gespeichert, anders als dieser Chat.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/page.py" />
            <source>Close it</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/page.py" />
            <source>Close the temporary chat?</source>
            <translation>Temporären Chat schließen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/page.py" />
            <source>Nothing of it was stored, so it cannot be brought back.</source>
            <translation>Nichts davon wurde gespeichert, deshalb lässt er sich nicht zurückholen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/page.py" />
            <source>Summarize</source>
            <translation>Zusammenfassen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/page.py" />
            <source>Summarize the file?</source>
            <translation>Datei zusammenfassen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/temporary/page.py" />
            <source>Temporary chat</source>
            <translation>Temporärer Chat</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <location filename="desktop_slm/ui/widgets/text_dialog.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/text_dialog.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/widgets/text_dialog.py" />
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
    </context>
    <context>
        <name>TextField</name>
        <message>
            <location filename="desktop_slm/ui/assistants/text_field.py" />
            <source>1 character too many.</source>
            <translation>1 Zeichen zu viel.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/text_field.py" />
            <source>{count} characters too many.</source>
            <translation>{count} Zeichen zu viel.</translation>
        </message>
    </context>
    <context>
        <name>ThinkingBlock</name>
        <message>
            <location filename="desktop_slm/ui/chat/answers/thinking_block.py" />
            <source>Folded</source>
            <translation>Zugeklappt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/thinking_block.py" />
            <source>Opened</source>
            <translation>Aufgeklappt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/thinking_block.py" />
            <source>Thinking …</source>
            <translation>Denkt nach …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/thinking_block.py" />
            <source>What it thought first</source>
            <translation>Was es zuerst gedacht hat</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/answers/thinking_block.py" />
            <source>What the model thought</source>
            <translation>Was das Modell gedacht hat</translation>
        </message>
    </context>
    <context>
        <name>TokenDialog</name>
        <message>
            <location filename="desktop_slm/ui/models/network/token_dialog.py" />
            <source>Accept the terms of “{repo}” on its page on Hugging Face, make an access token that may read in the settings of your account there, and enter it here. It is kept in this system's keyring and sent when a model asks for it.</source>
            <translation>Nehmen Sie die Bedingungen von „{repo}“ auf der Seite bei Hugging Face an, erstellen Sie in den Einstellungen Ihres Kontos dort ein Zugangstoken, das lesen darf, und geben Sie es hier ein. Es liegt im Schlüsselbund dieses Systems und wird gesendet, wenn ein Modell es verlangt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/token_dialog.py" />
            <source>Access token</source>
            <translation>Zugangstoken</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/token_dialog.py" />
            <source>Access token, as hf_…</source>
            <translation>Zugangstoken, wie hf_…</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/token_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/token_dialog.py" />
            <source>Enter an access token</source>
            <translation>Zugangstoken eingeben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/token_dialog.py" />
            <source>Keep it and try again</source>
            <translation>Behalten und erneut versuchen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/network/token_dialog.py" />
            <source>Send it to {host}, too</source>
            <translation>Auch an {host} senden</translation>
        </message>
    </context>
    <context>
        <name>Transcript</name>
        <message>
            <location filename="desktop_slm/ui/chat/transcript.py" />
            <source>Jump to the end</source>
            <translation>Zum Ende springen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/transcript.py" />
            <source>Messages</source>
            <translation>Nachrichten</translation>
        </message>
    </context>
    <context>
        <name>Trial</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>1 word</source>
            <translation>1 Wort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Found in part</source>
            <translation>Teilweise belegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>How long it takes is not known: these models were never measured here.</source>
            <translation>Die Dauer ist nicht bekannt: Diese Modelle wurden hier nie gemessen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>It was not tried: you stopped before.</source>
            <translation>Es wurde nicht ausprobiert: Sie haben vorher gestoppt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Looking whether it fits…</source>
            <translation>Es wird geprüft, ob es passt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Memory of its process at most</source>
            <translation>Speicher seines Prozesses höchstens</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Not on the pages</source>
            <translation>Nicht auf den Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Note</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Read</source>
            <translation>Gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Reading</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Sentences</source>
            <translation>Sätze</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Takes {time} if nothing else keeps this computer busy.</source>
            <translation>Dauert {time}, wenn sonst nichts diesen Computer beschäftigt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Tick one model at least.</source>
            <translation>Kreuzen Sie mindestens ein Modell an.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Time for the summary</source>
            <translation>Zeit für die Zusammenfassung</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Time to load the model</source>
            <translation>Zeit zum Laden des Modells</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>With evidence</source>
            <translation>Belegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Without evidence</source>
            <translation>Nicht belegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>Writing</source>
            <translation>Schreiben</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>You stopped it before it was through. Nothing was measured.</source>
            <translation>Sie haben es gestoppt, bevor es fertig war. Nichts wurde gemessen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>not measured</source>
            <translation>nicht gemessen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>pages {pages} of {count}</source>
            <translation>Seiten {pages} von {count}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>parts {pages} of {count}</source>
            <translation>Teile {pages} von {count}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>the whole page</source>
            <translation>die ganze Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>the whole text</source>
            <translation>der ganze Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>today, {time}</source>
            <translation>heute, {time}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{count} bytes, without a graphics card's own</source>
            <translation>{count} Bytes, ohne den Speicher einer Grafikkarte</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{count} found in part</source>
            <translation>{count} teilweise belegt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{count} s</source>
            <translation>{count} s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{count} tokens a second</source>
            <translation>{count} Token pro Sekunde</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{count} without</source>
            <translation>{count} ohne</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{count} words</source>
            <translation>{count} Wörter</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{fits} · a page of answer in {page}</source>
            <translation>{fits} · eine Seite Antwort in {page}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{found} words of about {wanted}</source>
            <translation>{found} Wörter von etwa {wanted}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{full} of {all}</source>
            <translation>{full} von {all}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{minutes} min {seconds} s</source>
            <translation>{minutes} min {seconds} s</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>{words} and {count} more</source>
            <translation>{words} und {count} weitere</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>“With evidence” means that the words of a sentence were found on these pages. It does not mean that the sentence is right, or that nothing important is missing: read the summaries. One document says little about others.</source>
            <translation>„Belegt“ heißt, dass die Wörter eines Satzes auf diesen Seiten gefunden wurden. Es heißt nicht, dass der Satz stimmt oder dass nichts Wichtiges fehlt: Lesen Sie die Zusammenfassungen. Ein Dokument sagt wenig über andere.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/words.py" />
            <source>“{word}”</source>
            <translation>„{word}“</translation>
        </message>
    </context>
    <context>
        <name>TrialHeader</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/header.py" />
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/header.py" />
            <source>Back to the choice</source>
            <translation>Zurück zur Auswahl</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/header.py" />
            <source>Back to the models</source>
            <translation>Zurück zu den Modellen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/header.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/header.py" />
            <source>Stopping. What was measured is kept.</source>
            <translation>Wird gestoppt. Gemessenes bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/header.py" />
            <source>Try on my document</source>
            <translation>An meinem Dokument ausprobieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/header.py" />
            <source>Trying. You can go on elsewhere in the window.</source>
            <translation>Läuft. Sie können anderswo im Fenster weiterarbeiten.</translation>
        </message>
    </context>
    <context>
        <name>TrialRun</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/running.py" />
            <source>Joining its notes</source>
            <translation>Seine Notizen werden verbunden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/running.py" />
            <source>Loading, {percent} %</source>
            <translation>Wird geladen, {percent} %</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/running.py" />
            <source>Reading, passage {done} of {total}</source>
            <translation>Wird gelesen, Abschnitt {done} von {total}</translation>
        </message>
    </context>
    <context>
        <name>TrialView</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/view.py" />
            <source>Choose a document</source>
            <translation>Dokument wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/view.py" />
            <source>Choose what to try</source>
            <translation>Auswahl zum Ausprobieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/view.py" />
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/view.py" />
            <source>Reading “{name}”…</source>
            <translation>„{name}“ wird gelesen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/view.py" />
            <source>This trial is not kept: your data is not open.</source>
            <translation>Dieser Probelauf wird nicht behalten: Ihre Daten sind nicht geöffnet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/trial/view.py" />
            <source>What was measured</source>
            <translation>Was gemessen wurde</translation>
        </message>
    </context>
    <context>
        <name>UndoBanner</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/undo_banner.py" />
            <source>The sentence was moved.</source>
            <translation>Der Satz wurde verschoben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/undo_banner.py" />
            <source>The sentence was removed.</source>
            <translation>Der Satz wurde entfernt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/undo_banner.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
    </context>
    <context>
        <name>UndoLine</name>
        <message>
            <location filename="desktop_slm/ui/sidebar/undo_line.py" />
            <source>Chat deleted</source>
            <translation>Chat gelöscht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/undo_line.py" />
            <source>Erase now</source>
            <translation>Jetzt löschen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/undo_line.py" />
            <source>Summary deleted</source>
            <translation>Zusammenfassung gelöscht</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/undo_line.py" />
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/sidebar/undo_line.py" />
            <source>{count} deleted</source>
            <translation>{count} gelöscht</translation>
        </message>
    </context>
    <context>
        <name>UnlockForm</name>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>Passphrase</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>Recovery code…</source>
            <translation>Wiederherstellungscode …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>Store nothing this time</source>
            <translation>Diesmal nichts speichern</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>The passphrase is empty. Enter it to unlock.</source>
            <translation>Die Passphrase ist leer. Geben Sie sie zum Entsperren ein.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>They are stored encrypted under your passphrase.</source>
            <translation>Sie sind unter Ihrer Passphrase verschlüsselt gespeichert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>Unlock</source>
            <translation>Entsperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>Unlock your chats and summaries</source>
            <translation>Chats und Zusammenfassungen entsperren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/opening/unlock_form.py" />
            <source>Without the passphrase or the recovery code nobody can open them. If neither is at hand, you can work without storing anything: what is locked stays as it is.</source>
            <translation>Ohne die Passphrase oder den Wiederherstellungscode kann sie niemand öffnen. Haben Sie keins von beiden, können Sie arbeiten, ohne zu speichern: Was verschlossen ist, bleibt, wie es ist.</translation>
        </message>
    </context>
    <context>
        <name>UserMessage</name>
        <message>
            <location filename="desktop_slm/ui/widgets/user_message.py" />
            <source>You wrote</source>
            <translation>Sie schrieben</translation>
        </message>
    </context>
    <context>
        <name>VerifiedCell</name>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>File verified:</source>
            <translation>Datei geprüft:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>Stop verifying</source>
            <translation>Prüfung stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>Stop verifying {model}</source>
            <translation>Prüfen von {model} beenden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>Verify</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>Verify {model}</source>
            <translation>{model} prüfen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>noted {day}</source>
            <translation>notiert {day}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verified_cell.py" />
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
    </context>
    <context>
        <name>VerifyDialog</name>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>An exported summary carries what is needed to find out whether anything in it was changed, and whether its quotes are in the document.</source>
            <translation>Eine exportierte Zusammenfassung enthält, was nötig ist, um festzustellen, ob etwas an ihr geändert wurde und ob ihre Zitate im Dokument stehen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Choose the document that was summarized</source>
            <translation>Das zusammengefasste Dokument wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Choose the document…</source>
            <translation>Dokument wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Choose the exported summary</source>
            <translation>Die exportierte Zusammenfassung wählen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Choose the exported summary…</source>
            <translation>Exportierte Zusammenfassung wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Exported summaries</source>
            <translation>Exportierte Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Nothing was changed since the export. Sentences: {0}. Quotes found at their places: {1}. Pages or parts accounted for: {2}.</source>
            <translation>Seit dem Export wurde nichts geändert. Sätze: {0}. An ihrem Ort gefundene Zitate: {1}. Nachgewiesene Seiten oder Teile: {2}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Reading the export and the document…</source>
            <translation>Export und Dokument werden gelesen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>This is not as it was exported, or not of this document:</source>
            <translation>Dies ist nicht, wie es exportiert wurde, oder nicht von diesem Dokument:</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Verify</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Verify an export</source>
            <translation>Export prüfen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>{0} more of the kind.</source>
            <translation>{0} weitere dieser Art.</translation>
        </message>
    </context>
    <context>
        <name>Verifying</name>
        <message>
            <location filename="desktop_slm/ui/models/files/verifying.py" />
            <source>It is the same file as “{twin}”; you need only one of them.</source>
            <translation>Es ist dieselbe Datei wie „{twin}“; Sie brauchen nur eine davon.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verifying.py" />
            <source>Stop verifying</source>
            <translation>Prüfung stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verifying.py" />
            <source>Take the file as it is now</source>
            <translation>Die Datei nehmen, wie sie jetzt ist</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verifying.py" />
            <source>The file of “{model}” is unchanged: its fingerprint is the one on record.</source>
            <translation>Die Datei von „{model}“ ist unverändert: Ihr Fingerabdruck ist der notierte.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verifying.py" />
            <source>The fingerprint of “{model}” is noted. Nobody has told Desktop SLM what it has to be; verify again later to see whether the file has changed.</source>
            <translation>Der Fingerabdruck von „{model}“ ist notiert. Niemand hat Desktop SLM gesagt, wie er sein muss; prüfen Sie später noch einmal, ob sich die Datei geändert hat.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/verifying.py" />
            <source>Verify file</source>
            <translation>Datei prüfen</translation>
        </message>
    </context>
    <context>
        <name>VersionLine</name>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Ask for the newest version?</source>
            <translation>Nach der neuesten Version fragen?</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Asking {host}…</source>
            <translation>{host} wird gefragt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Check for a new version…</source>
            <translation>Nach neuer Version suchen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Desktop SLM connects to this address for this alone. It learns your internet address and nothing else; nothing is got or installed.</source>
            <translation>Desktop SLM verbindet sich nur dafür mit dieser Adresse. Sie erfährt Ihre Internetadresse und sonst nichts; nichts wird geholt oder installiert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Go online and ask</source>
            <translation>Online gehen und fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>The clock of this computer stands before the day of this version, so that its age is not known.</source>
            <translation>Die Uhr dieses Computers steht auf einem Tag vor dieser Version; ihr Alter ist deshalb nicht bekannt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>There is no newer version than this one.</source>
            <translation>Es gibt keine neuere Version als diese.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>This version is 1 month old.</source>
            <translation>Diese Version ist 1 Monat alt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>This version is less than a month old.</source>
            <translation>Diese Version ist weniger als einen Monat alt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>This version is {count} months old.</source>
            <translation>Diese Version ist {count} Monate alt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>This version is {count} months old; engine fixes are likely.</source>
            <translation>Diese Version ist {count} Monate alt; wahrscheinlich gibt es Korrekturen an der Engine.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Version {version} is there. Get it where you got this one; your data stays.</source>
            <translation>Version {version} ist da. Holen Sie sie, wo Sie diese geholt haben; Ihre Daten bleiben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Version {version} of {day}</source>
            <translation>Version {version} vom {day}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>Version {version}, built on {day}</source>
            <translation>Version {version}, gebaut am {day}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/version_line.py" />
            <source>d MMM yyyy</source>
            <translation>d. MMM yyyy</translation>
        </message>
    </context>
    <context>
        <name>VersionSlot</name>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/version_slot.py" />
            <source>Choose…</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/version_slot.py" />
            <source>none chosen yet</source>
            <translation>noch keine gewählt</translation>
        </message>
    </context>
    <context>
        <name>VersionText</name>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/version_text.py" />
            <source>Page {0}</source>
            <translation>Seite {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/comparison/version_text.py" />
            <source>Part {0}</source>
            <translation>Teil {0}</translation>
        </message>
    </context>
    <context>
        <name>VersionsButton</name>
        <message>
            <location filename="desktop_slm/ui/summaries/ordering/versions_button.py" />
            <source>Version {0} of {1}</source>
            <translation>Fassung {0} von {1}</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>({0} of {1} passages)</source>
            <translation>({0} von {1} Abschnitten)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>1 page</source>
            <translation>1 Seite</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>1 part</source>
            <translation>1 Teil</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>1 word</source>
            <translation>1 Wort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Brief</source>
            <translation>Kurz</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Detailed</source>
            <translation>Ausführlich</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Draft from the first {0} of {1} pages</source>
            <translation>Entwurf aus den ersten {0} von {1} Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Draft from the first {0} of {1} parts</source>
            <translation>Entwurf aus den ersten {0} von {1} Teilen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Draft: {0} read, the notes are not joined yet.</source>
            <translation>Entwurf: {0} gelesen, die Notizen sind noch nicht verbunden.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Model read all of {0} pages</source>
            <translation>Das Modell hat alle {0} Seiten gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Model read all of {0} parts</source>
            <translation>Das Modell hat alle {0} Teile gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Model read the key sentences of {0}</source>
            <translation>Das Modell hat die Schlüsselsätze von {0} gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Model read the whole page</source>
            <translation>Das Modell hat die ganze Seite gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Model read the whole text</source>
            <translation>Das Modell hat den ganzen Text gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Model read {0} of {1} pages</source>
            <translation>Das Modell hat {0} von {1} Seiten gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Model read {0} of {1} parts</source>
            <translation>Das Modell hat {0} von {1} Teilen gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>No passage found that supports this.</source>
            <translation>Keine Textstelle gefunden, die das belegt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Page {0}</source>
            <translation>Seite {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Page {0}: {1}</source>
            <translation>Seite {0}: {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Pages {0} to {1}</source>
            <translation>Seiten {0} bis {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Part {0}</source>
            <translation>Teil {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Part {0}: {1}</source>
            <translation>Teil {0}: {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Parts {0} to {1}</source>
            <translation>Teile {0} bis {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/folders/folder_export.py" />
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Practice model: do not rely on this</source>
            <translation>Übungsmodell: Verlassen Sie sich nicht darauf</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Source, page {0}: {1}</source>
            <translation>Quelle, Seite {0}: {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Source, part {0}: {1}</source>
            <translation>Quelle, Teil {0}: {1}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>Standard</source>
            <translation>Mittel</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>a link means that the words were found there, not that the sentence is right</source>
            <translation>ein Verweis bedeutet, dass die Wörter dort gefunden wurden, nicht, dass der Satz stimmt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>a picture in which no words were found</source>
            <translation>ein Bild, in dem keine Wörter gefunden wurden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>about {0} h left</source>
            <translation>noch etwa {0} h</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>about {0} min left</source>
            <translation>noch etwa {0} min</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>blank</source>
            <translation>leer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>damaged</source>
            <translation>beschädigt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>hidden in the file</source>
            <translation>in der Datei verborgen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>less than a minute left</source>
            <translation>weniger als eine Minute</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>more pages than are read of one file</source>
            <translation>mehr Seiten, als von einer Datei gelesen werden</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>more text than is read of one file</source>
            <translation>mehr Text, als von einer Datei gelesen wird</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>no text, most likely a picture</source>
            <translation>kein Text, wahrscheinlich ein Bild</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>not asked for</source>
            <translation>nicht verlangt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>not read yet</source>
            <translation>noch nicht gelesen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>p. {0}</source>
            <translation>S. {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>part {0}</source>
            <translation>Teil {0}</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>reading needed too much memory</source>
            <translation>Lesen brauchte zu viel Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>reading took too long</source>
            <translation>Lesen dauerte zu lange</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>the document reader stopped there</source>
            <translation>der Dokumentleser hat dort angehalten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>the model failed on it</source>
            <translation>das Modell ist daran gescheitert</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>the model gave no usable answer</source>
            <translation>das Modell gab keine brauchbare Antwort</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>too long for the model</source>
            <translation>zu lang für das Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>{0} pages</source>
            <translation>{0} Seiten</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>{0} parts</source>
            <translation>{0} Teile</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>{0} was not read: {1}.</source>
            <translation>{0} wurde nicht gelesen: {1}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>{0} were not read: {1} ({2}).</source>
            <translation>{0} wurden nicht gelesen: {1} ({2}).</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/words.py" />
            <source>{0} words</source>
            <translation>{0} Wörter</translation>
        </message>
    </context>
    <context>
        <name>WordsDialog</name>
        <message>
            <location filename="desktop_slm/ui/settings/words_dialog.py" />
            <source>A backup from another computer</source>
            <translation>Eine Sicherung von einem anderen Computer</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/words_dialog.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/words_dialog.py" />
            <source>Enter the recovery code or the passphrase that was in force there. From then on its chats and summaries lie under the key of this computer.</source>
            <translation>Geben Sie den Wiederherstellungscode oder die Passphrase ein, die dort galt. Von da an liegen ihre Chats und Zusammenfassungen unter dem Schlüssel dieses Computers.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/words_dialog.py" />
            <source>Recovery code or passphrase</source>
            <translation>Wiederherstellungscode oder Passphrase</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/settings/words_dialog.py" />
            <source>Restore</source>
            <translation>Zurückspielen</translation>
        </message>
    </context>
    <context>
        <name>WorkLine</name>
        <message>
            <location filename="desktop_slm/ui/models/files/work_line.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/files/work_line.py" />
            <source>Stop: {work}</source>
            <translation>Stoppen: {work}</translation>
        </message>
    </context>
    <context>
        <name>WorkSentences</name>
        <message>
            <location filename="desktop_slm/ui/summaries/sentences/work_sentences.py" />
            <source>Add a sentence</source>
            <translation>Satz hinzufügen</translation>
        </message>
    </context>
    <context>
        <name>WorkView</name>
        <message>
            <location filename="desktop_slm/ui/summaries/work_view.py" />
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/work_view.py" />
            <source>Document and summary</source>
            <translation>Dokument und Zusammenfassung</translation>
        </message>
    </context>
    <context>
        <name>WritingPane</name>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>A file is still being read. The message is sent as soon as it is.</source>
            <translation>Eine Datei wird noch gelesen. Die Nachricht wird gesendet, sobald das fertig ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>A paste of more than {count} characters goes along as an attachment, so that the box stays readable.</source>
            <translation>Eingefügtes mit mehr als {count} Zeichen geht als Anhang mit, damit das Feld lesbar bleibt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Add files to the message</source>
            <translation>Dateien zur Nachricht hinzufügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Documents ({patterns})</source>
            <translation>Dokumente ({patterns})</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Finding out whether this fits …</source>
            <translation>Es wird geprüft, ob das passt …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Open Models</source>
            <translation>Modelle öffnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Paste as text</source>
            <translation>Als Text einfügen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Pasted text</source>
            <translation>Eingefügter Text</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Remove the file that could not be read, then send your message.</source>
            <translation>Entfernen Sie die Datei, die sich nicht lesen ließ, und senden Sie dann Ihre Nachricht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>The model does not see pictures. Add the words in “{name}”, or remove it; then send your message.</source>
            <translation>Das Modell sieht keine Bilder. Fügen Sie die Wörter in „{name}“ hinzu, oder entfernen Sie es; senden Sie dann Ihre Nachricht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>There is no model on this computer yet. Your message stays in the box.</source>
            <translation>Auf diesem Computer ist noch kein Modell. Ihre Nachricht bleibt im Feld.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>Your data is being opened. The message is sent as soon as it is.</source>
            <translation>Ihre Daten werden geöffnet. Die Nachricht wird gesendet, sobald das fertig ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/chat/writing/writing_pane.py" />
            <source>“{name}” lies on another computer. Copy it here first, then add it.</source>
            <translation>„{name}“ liegt auf einem anderen Computer. Kopieren Sie es erst hierher, dann fügen Sie es hinzu.</translation>
        </message>
    </context>
    <context>
        <name>_ExampleCard</name>
        <message>
            <location filename="desktop_slm/ui/assistants/example_fields.py" />
            <source>Remove this example</source>
            <translation>Dieses Beispiel entfernen</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/example_fields.py" />
            <source>When somebody writes</source>
            <translation>Wenn jemand schreibt</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/assistants/example_fields.py" />
            <source>it answers</source>
            <translation>antwortet er</translation>
        </message>
    </context>
    <context>
        <name>_FileRow</name>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>Choose…</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>none chosen yet</source>
            <translation>noch keine gewählt</translation>
        </message>
    </context>
    <context>
        <name>_Head</name>
        <message>
            <location filename="desktop_slm/ui/models/listing/table.py" />
            <source>File verified</source>
            <translation>Datei geprüft</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/table.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/table.py" />
            <source>On disk</source>
            <translation>Auf dem Datenträger</translation>
        </message>
        <message>
            <location filename="desktop_slm/ui/models/listing/table.py" />
            <source>Room for text</source>
            <translation>Platz für Text</translation>
        </message>
    </context>
    <context>
        <name>_Line</name>
        <message>
            <location filename="desktop_slm/ui/models/trial/model_ticks.py" />
            <source>{fit} · practice model, not for work</source>
            <translation>{fit} · Übungsmodell, nicht zum Arbeiten</translation>
        </message>
    </context>
    <context>
        <name>_Result</name>
        <message>
            <location filename="desktop_slm/ui/summaries/exporting/verify_dialog.py" />
            <source>What was found</source>
            <translation>Was gefunden wurde</translation>
        </message>
    </context>
    <context>
        <name>_Title</name>
        <message>
            <location filename="desktop_slm/ui/chat/chat_title.py" />
            <source>Press to rename (F2)</source>
            <translation>Zum Umbenennen drücken (F2)</translation>
        </message>
    </context>
    <context>
        <name>catalog</name>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A hybrid: 10 of 16 layers are short convolutions, 6 hold a memory of the text. Quantized to 8.5 bits a weight (Q8_0).</source>
            <translation>Mischform: 10 von 16 Schichten sind kurze Faltungen, 6 halten den Text im Gedächtnis. Quantisiert auf 8,5 Bit je Gewicht (Q8_0).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A hybrid: 10 of 16 layers are short convolutions, 6 hold a memory of the text. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Mischform: 10 von 16 Schichten sind kurze Faltungen, 6 halten den Text im Gedächtnis. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A hybrid: 36 of 40 layers keep a state of fixed size (Mamba 2), 4 a memory of every word. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Mischform: 36 von 40 Schichten führen einen Zustand fester Größe (Mamba 2), 4 ein Gedächtnis jedes Wortes. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A hybrid: most layers are short convolutions, few hold a memory of the text. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Mischform: Die meisten Schichten sind kurze Faltungen, wenige halten den Text im Gedächtnis. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A hybrid: three of four layers keep a state of fixed size instead of a memory of every word. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Mischform: Drei von vier Schichten führen einen Zustand fester Größe statt eines Gedächtnisses jedes Wortes. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A mixture of 32 experts, 4 of which work on each word. Trained for its about 4 bits a weight (MXFP4).</source>
            <translation>Eine Mischung von 32 Experten, von denen 4 an jedem Wort arbeiten. Trainiert für seine etwa 4 Bit je Gewicht (MXFP4).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A mixture of 32 experts, of which few work on each word, in a hybrid of convolutions and attention. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Eine Mischung von 32 Experten, von denen wenige an jedem Wort arbeiten, in einer Mischform aus Faltungen und Attention. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A mixture of 64 experts, of which few work on each word; 36 of 40 layers keep a state of fixed size (Mamba 2). Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Eine Mischung von 64 Experten, von denen wenige an jedem Wort arbeiten; 36 von 40 Schichten führen einen Zustand fester Größe (Mamba 2). Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>A mixture of 8 experts, 2 of which work on each word. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Eine Mischung von 8 Experten, von denen 2 an jedem Wort arbeiten. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Answers from passages that it is given</source>
            <translation>Antworten aus Textstellen, die es bekommt</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Built small and trained on 11 trillion tokens of public text. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Klein gebaut und mit 11 Billionen Token öffentlicher Texte trainiert. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Built small and trained on 11 trillion tokens. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Klein gebaut und mit 11 Billionen Token trainiert. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Built small and trained on 4 trillion tokens of selected text. Quantized to 8.5 bits a weight (Q8_0).</source>
            <translation>Klein gebaut und mit 4 Billionen Token ausgewählter Texte trainiert. Quantisiert auf 8,5 Bit je Gewicht (Q8_0).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Built small and trained on selected and made-up textbook texts. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Klein gebaut und mit ausgewählten und erdachten Lehrbuchtexten trainiert. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Built small. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Klein gebaut. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Chat and short texts</source>
            <translation>Chat und kurze Texte</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Distilled from a larger teacher. Quantized to 8.5 bits a weight (Q8_0).</source>
            <translation>Aus einem größeren Lehrer destilliert. Quantisiert auf 8,5 Bit je Gewicht (Q8_0).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Distilled from a larger teacher. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Aus einem größeren Lehrer destilliert. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Distilled from the large models of its family. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Aus den großen Modellen seiner Familie destilliert. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Finding long passages by meaning</source>
            <translation>Lange Textstellen nach Bedeutung finden</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Finding passages by meaning</source>
            <translation>Textstellen nach Bedeutung finden</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Finding passages by meaning in many languages</source>
            <translation>Textstellen in vielen Sprachen nach Bedeutung finden</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Finding short English passages by meaning, on any computer</source>
            <translation>Kurze englische Textstellen nach Bedeutung finden, auf jedem Computer</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use and long texts</source>
            <translation>Alltag und lange Texte</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use in many languages</source>
            <translation>Alltag in vielen Sprachen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use on computers without a graphics card</source>
            <translation>Alltag auf Computern ohne Grafikkarte</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use where there is little memory</source>
            <translation>Alltag bei wenig Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use where there is much memory and no graphics card</source>
            <translation>Alltag bei viel Speicher und ohne Grafikkarte</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use, on large computers</source>
            <translation>Alltag auf großen Computern</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use; its training data and recipe are public</source>
            <translation>Alltag; seine Trainingsdaten und sein Rezept sind öffentlich</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>General use; many adapters are made for it</source>
            <translation>Alltag; viele Adapter gibt es dafür</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Instant replies to simple requests</source>
            <translation>Sofortige Antworten auf einfache Bitten</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Large tables of word vectors that are looked up, not computed. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Große Tabellen von Wortvektoren, die nachgeschlagen und nicht berechnet werden. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Large tables of word vectors that are looked up, not computed. Trained for its 4 bits (QAT).</source>
            <translation>Große Tabellen von Wortvektoren, die nachgeschlagen und nicht berechnet werden. Trainiert für seine 4 Bit (QAT).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Long documents on computers without a graphics card</source>
            <translation>Lange Dokumente auf Computern ohne Grafikkarte</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Long documents with little memory for them</source>
            <translation>Lange Dokumente mit wenig Speicher dafür</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Long documents, business texts</source>
            <translation>Lange Dokumente, Geschäftstexte</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Long texts where there is little memory</source>
            <translation>Lange Texte bei wenig Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Mathematics and reasoning</source>
            <translation>Mathematik und Schlussfolgern</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Picking facts and labels out of text</source>
            <translation>Angaben und Merkmale aus Text ziehen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Picking facts out of text, quickly</source>
            <translation>Angaben aus Text ziehen, schnell</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Pruned from Llama 3.1 8B, then taught by the 8B and 70B models. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Aus Llama 3.1 8B beschnitten, dann von den Modellen 8B und 70B unterrichtet. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Pruned from a larger Mistral model and taught by it. Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Aus einem größeren Mistral-Modell beschnitten und von ihm unterrichtet. Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Putting passages that were found in order</source>
            <translation>Gefundene Textstellen ordnen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Quantized to 8.5 bits a weight (Q8_0).</source>
            <translation>Quantisiert auf 8,5 Bit je Gewicht (Q8_0).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Quantized to about 4.8 bits a weight (Q4_K_M).</source>
            <translation>Quantisiert auf etwa 4,8 Bit je Gewicht (Q4_K_M).</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Questions on documents, long documents, business texts</source>
            <translation>Fragen zu Dokumenten, lange Dokumente, Geschäftstexte</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Reasoning and tools</source>
            <translation>Schlussfolgern und Werkzeuge</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Reasoning; its memory of the text is large</source>
            <translation>Schlussfolgern; sein Gedächtnis für den Text ist groß</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Rewriting and summaries</source>
            <translation>Umschreiben und Zusammenfassungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Short English texts where there is little memory</source>
            <translation>Kurze englische Texte bei wenig Speicher</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Short English texts; it has little room</source>
            <translation>Kurze englische Texte; es hat wenig Platz</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Short English texts; its training data is public</source>
            <translation>Kurze englische Texte; seine Trainingsdaten sind öffentlich</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Short summaries, above all English</source>
            <translation>Kurze Zusammenfassungen, vor allem auf Englisch</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Short texts and simple questions</source>
            <translation>Kurze Texte und einfache Fragen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Summaries of long texts without thinking first</source>
            <translation>Zusammenfassungen langer Texte, ohne erst nachzudenken</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Summaries of meetings</source>
            <translation>Zusammenfassungen von Besprechungen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Texts in European languages</source>
            <translation>Texte in europäischen Sprachen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Texts in many languages</source>
            <translation>Texte in vielen Sprachen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Texts in more than 140 languages</source>
            <translation>Texte in mehr als 140 Sprachen</translation>
        </message>
        <message>
            <location filename="desktop_slm/resources/catalog.toml" />
            <source>Trained for its 4 bits (QAT).</source>
            <translation>Trainiert für seine 4 Bit (QAT).</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>A digest needs the finished summaries of at least two documents. Summarize another one first.</source>
            <translation>Ein Überblick braucht die fertigen Zusammenfassungen von mindestens zwei Dokumenten. Fassen Sie erst noch eines zusammen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>A model is being downloaded into the models folder. Pause it, then try again.</source>
            <translation>Ein Modell wird gerade in den Modellordner heruntergeladen. Halten Sie den Download an, dann versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>A model needs a name with at least one letter. The old name was kept.</source>
            <translation>Ein Modell braucht einen Namen mit mindestens einem Buchstaben. Der alte Name blieb.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>A web page came in place of the file: this network may want you to sign in first. Nothing of it was kept; sign in with your browser and try again.</source>
            <translation>Statt der Datei kam eine Webseite: Vielleicht verlangt dieses Netz erst eine Anmeldung. Nichts davon wurde behalten; melden Sie sich mit Ihrem Browser an und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>At most {most} models are tried side by side. Nothing was done; name fewer.</source>
            <translation>Höchstens {most} Modelle werden nebeneinander ausprobiert. Nichts wurde getan; nennen Sie weniger.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Comparing the two documents failed. Both files are as they were; try again.</source>
            <translation>Die beiden Dokumente ließen sich nicht vergleichen. Beide Dateien sind, wie sie waren; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Desktop SLM is offline, so nothing was asked. Go online for this and try again.</source>
            <translation>Desktop SLM ist offline, deshalb wurde nichts gefragt. Gehen Sie dafür online und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Desktop SLM made a mistake of its own. Nothing was lost; please try again.</source>
            <translation>Desktop SLM hat selbst einen Fehler gemacht. Nichts ist verloren; bitte versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Hugging Face answered with an error ({status}). Try again later.</source>
            <translation>Hugging Face antwortete mit einem Fehler ({status}). Versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Hugging Face could not be reached. Check the connection of this computer and try again.</source>
            <translation>Hugging Face war nicht zu erreichen. Prüfen Sie die Verbindung dieses Computers und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Hugging Face did not accept the access token. Make a new one in your account there and try again with it.</source>
            <translation>Hugging Face hat das Zugangstoken nicht angenommen. Erstellen Sie in Ihrem Konto dort ein neues und versuchen Sie es damit noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Hugging Face has no model “{repo}”, or it is private. Check how it is written.</source>
            <translation>Hugging Face hat kein Modell „{repo}“, oder es ist nicht öffentlich. Prüfen Sie, wie es geschrieben wird.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Hugging Face takes no more requests from this network for about {minutes} minutes. What has come is kept; try again then.</source>
            <translation>Hugging Face nimmt von diesem Netz etwa {minutes} Minuten lang keine Anfragen mehr an. Was angekommen ist, bleibt; versuchen Sie es dann noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Its file is no longer at {path}. Connect the disk that it is on, show where it is now, or take it off the list.</source>
            <translation>Die Datei ist nicht mehr unter {path}. Verbinden Sie den Datenträger, auf dem sie liegt, zeigen Sie, wo sie jetzt ist, oder nehmen Sie das Modell aus der Liste.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Looking for the sources of the sentences failed. The text is kept; try again.</source>
            <translation>Die Suche nach den Quellen der Sätze ist gescheitert. Der Text bleibt; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>No chats could be read from “{name}”. Files that Desktop SLM exported as JSON, ChatGPT’s data export and GPT4All’s .chat files can be imported; nothing was changed.</source>
            <translation>Aus „{name}“ ließen sich keine Chats lesen. Importiert werden können Dateien, die Desktop SLM als JSON exportiert hat, der Datenexport von ChatGPT und die .chat-Dateien von GPT4All; nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>No passphrase is set for this data. Nothing was changed.</source>
            <translation>Für diese Daten ist keine Passphrase festgelegt. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>No recovery code was ever saved for this data. Nothing was changed.</source>
            <translation>Für diese Daten wurde nie ein Wiederherstellungscode gesichert. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>No words were found in the pictures of “{name}”. If there are some, a sharper or larger picture may help.</source>
            <translation>In den Bildern von „{name}“ wurden keine Wörter gefunden. Falls welche da sind, hilft vielleicht ein schärferes oder größeres Bild.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Nothing is stored in {path} yet, so there is nothing to back up or to check.</source>
            <translation>In {path} ist noch nichts gespeichert, deshalb gibt es nichts zu sichern oder zu prüfen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Nothing was asked: every connection is written down beside your chats, which are not open. Open them first, and try again.</source>
            <translation>Es wurde nichts angefragt: Jede Verbindung wird bei Ihren Chats verzeichnet, die nicht geöffnet sind. Öffnen Sie diese zuerst und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>One of the summaries that this digest was made of was deleted. The digest is kept as it is; make a new one from the summaries that are left.</source>
            <translation>Eine der Zusammenfassungen, aus denen dieser Überblick entstand, wurde gelöscht. Der Überblick bleibt, wie er ist; erstellen Sie aus den übrigen einen neuen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Reading “{name}” made the document reader stop ({how}). The file is unchanged; other files still work.</source>
            <translation>Beim Lesen von „{name}“ hat der Dokumentleser angehalten ({how}). Die Datei ist unverändert; andere Dateien gehen weiterhin.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Reading “{name}” took longer than {seconds:.0f} seconds and was stopped. The file is unchanged; other files still work.</source>
            <translation>Das Lesen von „{name}“ dauerte länger als {seconds:.0f} Sekunden und wurde gestoppt. Die Datei ist unverändert; andere Dateien gehen weiterhin.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Something went wrong.</source>
            <translation>Etwas ist schiefgegangen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Text recognition has no data for “{language}” here, so nothing was read. Installed are {installed}; another language’s file of Tesseract belongs into “{folder}”.</source>
            <translation>Die Texterkennung hat hier keine Daten für „{language}“, darum wurde nichts gelesen. Installiert sind {installed}; die Datei von Tesseract für eine weitere Sprache gehört in „{folder}“.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Text recognition is not installed, so the words in the picture “{name}” cannot be read. Install the language data of Tesseract and try again.</source>
            <translation>Texterkennung ist nicht installiert, deshalb lassen sich die Wörter im Bild „{name}“ nicht lesen. Installieren Sie die Sprachdaten von Tesseract und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>That is not quite the recovery code: a character is missing or mistyped. Nothing was changed; compare it with the code that you saved.</source>
            <translation>Das ist nicht ganz der Wiederherstellungscode: Ein Zeichen fehlt oder ist vertippt. Nichts wurde geändert; vergleichen Sie ihn mit dem gesicherten Code.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>That passphrase does not open your data. Nothing was changed; try again.</source>
            <translation>Diese Passphrase öffnet Ihre Daten nicht. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>That password does not open “{name}”. Nothing was changed; try another.</source>
            <translation>Dieses Passwort öffnet „{name}“ nicht. Nichts wurde geändert; versuchen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>That recovery code does not open your data: it belongs to other data or was replaced by a newer one. Nothing was changed.</source>
            <translation>Dieser Wiederherstellungscode öffnet Ihre Daten nicht: Er gehört zu anderen Daten oder wurde durch einen neueren ersetzt. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The adapter “{name}” does not belong to this model. The model was not loaded; use it without the adapter or with the right one.</source>
            <translation>Der Adapter „{name}“ gehört nicht zu diesem Modell. Das Modell wurde nicht geladen; verwenden Sie es ohne den Adapter oder mit dem richtigen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The answer of {host} names no version, so it is not known whether there is a new one. Nothing was changed; try again later.</source>
            <translation>Die Antwort von {host} nennt keine Version, deshalb ist nicht bekannt, ob es eine neue gibt. Nichts wurde geändert; versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The chat template of this model does not work ({why}). Choose another model.</source>
            <translation>Die Chat-Vorlage dieses Modells funktioniert nicht ({why}). Wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The connection was lost {times} times in a row. What has come is kept; try again when the connection is better.</source>
            <translation>Die Verbindung ging {times}-mal nacheinander verloren. Was angekommen ist, bleibt; versuchen Sie es noch einmal, wenn die Verbindung besser ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The copy of “{name}” read back differently from what was written, so it was removed. The original is unharmed; the disk of {path} may be failing.</source>
            <translation>Die Kopie von „{name}“ las sich anders, als sie geschrieben wurde, und wurde deshalb entfernt. Das Original ist heil; der Datenträger von {path} ist vielleicht defekt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The disk is full, so the last change could not be saved. Everything saved before is kept; free some space and try again.</source>
            <translation>Der Datenträger ist voll, deshalb ließ sich die letzte Änderung nicht speichern. Alles, was vorher gespeichert wurde, bleibt; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The download stood still for {seconds:.0f} seconds, several times. What has come is kept; try again later.</source>
            <translation>Der Download stand mehrmals {seconds:.0f} Sekunden still. Was angekommen ist, bleibt; versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The folder {path} cannot be written ({why}). Nothing was lost; choose another.</source>
            <translation>In den Ordner {path} lässt sich nicht schreiben ({why}). Nichts ist verloren; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The folder {path} cannot be written. Choose another with --data-dir.</source>
            <translation>In den Ordner {path} lässt sich nicht schreiben. Wählen Sie mit --data-dir einen anderen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The key file {path} can be read by other accounts, so it was not used. Make it private (chmod 600) and try again.</source>
            <translation>Die Schlüsseldatei {path} kann von anderen Konten gelesen werden und wurde deshalb nicht verwendet. Machen Sie sie privat (chmod 600) und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The key in {place} does not open your data: it belongs to other data or was changed. Your data is unchanged: put the right key back and try again.</source>
            <translation>Der Schlüssel in {place} öffnet Ihre Daten nicht: Er gehört zu anderen Daten oder wurde geändert. Ihre Daten sind unverändert: Legen Sie den richtigen Schlüssel zurück und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The key in {place} is cut off or damaged. Your data is unchanged: open it with your recovery code, or put the right key back and try again.</source>
            <translation>Der Schlüssel in {place} ist abgeschnitten oder beschädigt. Ihre Daten sind unverändert: Öffnen Sie sie mit Ihrem Wiederherstellungscode, oder legen Sie den richtigen Schlüssel zurück und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The key to your data is in {place}, which this system does not offer now. Your data is unchanged: start that keyring again, or open it with your recovery code.</source>
            <translation>Der Schlüssel zu Ihren Daten liegt in {place}; das bietet dieses System gerade nicht an. Ihre Daten sind unverändert: Starten Sie diesen Schlüsselbund wieder, oder öffnen Sie sie mit Ihrem Wiederherstellungscode.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The key to your data is not in {place}. Your data is unchanged: open it with your recovery code, or repair {place} and try again.</source>
            <translation>Der Schlüssel zu Ihren Daten ist nicht in {place}. Ihre Daten sind unverändert: Öffnen Sie sie mit Ihrem Wiederherstellungscode, oder reparieren Sie {place} und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The keyring did not answer ({place}). Your data is unchanged: look for a window that asks for its password and try again, or open your data with your recovery code.</source>
            <translation>Der Schlüsselbund hat nicht geantwortet ({place}). Ihre Daten sind unverändert: Suchen Sie nach einem Fenster, das nach seinem Passwort fragt, und versuchen Sie es noch einmal, oder öffnen Sie Ihre Daten mit Ihrem Wiederherstellungscode.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The keyring is locked or refused to answer ({place}). Your data is unchanged: unlock the keyring and try again.</source>
            <translation>Der Schlüsselbund ist gesperrt oder verweigert die Antwort ({place}). Ihre Daten sind unverändert: Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The keyring refused to give the key ({place}). Your data is unchanged: allow Desktop SLM to use the keyring and try again, or open your data with your recovery code.</source>
            <translation>Der Schlüsselbund hat den Schlüssel verweigert ({place}). Ihre Daten sind unverändert: Erlauben Sie Desktop SLM, den Schlüsselbund zu benutzen, und versuchen Sie es noch einmal, oder öffnen Sie Ihre Daten mit Ihrem Wiederherstellungscode.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The model could not do it ({how}). Nothing that it wrote was kept; the other models are tried all the same.</source>
            <translation>Das Modell hat es nicht geschafft ({how}). Was es schrieb, wurde nicht behalten; die anderen Modelle werden trotzdem ausprobiert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The model could not go on ({why}). The text so far is kept; you can try again.</source>
            <translation>Das Modell konnte nicht weitermachen ({why}). Der Text bis hierher bleibt; Sie können es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The model did not move for {seconds:.0f} seconds and was stopped. The text so far is kept; you can try again.</source>
            <translation>Das Modell hat sich {seconds:.0f} Sekunden nicht gerührt und wurde gestoppt. Der Text bis hierher bleibt; Sie können es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The model made no summary of the earlier messages. They are kept and nothing was sent; leave out the oldest messages instead, or use another model.</source>
            <translation>Das Modell hat keine Zusammenfassung der früheren Nachrichten geschrieben. Sie sind noch da, und nichts wurde gesendet; lassen Sie stattdessen die ältesten Nachrichten weg, oder verwenden Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The model “{model}”, with which this was begun, is no longer on this computer. What was read is kept; make it again with another model.</source>
            <translation>Das Modell „{model}“, mit dem dies begonnen wurde, ist nicht mehr auf diesem Computer. Gelesenes bleibt; machen Sie es mit einem anderen Modell neu.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The model's process stopped unexpectedly ({how}). The text so far is kept; you can try again.</source>
            <translation>Der Prozess des Modells endete unerwartet ({how}). Der Text bis hierher bleibt; Sie können es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The model's process stopped {times} times in a row ({how}). It stays off until you choose a model or try again.</source>
            <translation>Der Prozess des Modells endete {times}-mal nacheinander ({how}). Er bleibt aus, bis Sie ein Modell wählen oder es noch einmal versuchen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The models folder is in one place; there is no move to go on with.</source>
            <translation>Der Modellordner ist an einem Ort; es gibt keinen Umzug fortzusetzen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The models folder was being moved from {source} to {target} and that did not end. Everything is in one of the two; go on or move it back first.</source>
            <translation>Der Modellordner sollte von {source} nach {target} umziehen, und das wurde nicht fertig. Alles liegt in einem der beiden; setzen Sie den Umzug fort, oder machen Sie ihn erst rückgängig.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The models folder {path} is not there. Connect the disk that it is on, or choose another folder in the settings.</source>
            <translation>Der Modellordner {path} ist nicht da. Verbinden Sie den Datenträger, auf dem er liegt, oder wählen Sie in den Einstellungen einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The passphrase is empty. Nothing was changed; enter one.</source>
            <translation>Die Passphrase ist leer. Nichts wurde geändert; geben Sie eine ein.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The policy that your organisation has set for Desktop SLM cannot be followed ({why}), so Desktop SLM does not start. Your data is untouched; ask your administrator to mend {path}.</source>
            <translation>Die Richtlinie, die Ihre Organisation für Desktop SLM festgelegt hat, lässt sich nicht befolgen ({why}), deshalb startet Desktop SLM nicht. Ihre Daten sind unberührt; bitten Sie Ihre Administration, {path} in Ordnung zu bringen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The process that fetches files stopped unexpectedly ({how}). What has come is kept; try again.</source>
            <translation>Der Prozess, der Dateien holt, endete unerwartet ({how}). Was angekommen ist, bleibt; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The proxy of this network refused the connection. What has come is kept; check the proxy's address and password and try again.</source>
            <translation>Der Proxy dieses Netzes hat die Verbindung verweigert. Was angekommen ist, bleibt; prüfen Sie Adresse und Passwort des Proxys und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The server does not tell the fingerprint of “{file}”, so nobody could say whether it came unharmed. Nothing was fetched.</source>
            <translation>Der Server nennt den Fingerabdruck von „{file}“ nicht, deshalb könnte niemand sagen, ob die Datei heil ankam. Nichts wurde geholt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The server offers {found} bytes as “{file}”, which has to have {wanted}. Nothing was added; look at the list of files again.</source>
            <translation>Der Server bietet als „{file}“ {found} Bytes an, es müssen aber {wanted} sein. Nichts wurde hinzugefügt; sehen Sie sich die Dateiliste noch einmal an.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The server sent this from one address to the next without an end. Nothing was fetched; try again later.</source>
            <translation>Der Server hat dies endlos von einer Adresse zur nächsten geschickt. Nichts wurde geholt; versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>The server sent this on to {host}, which is no place that models come from. Nothing was fetched from there; if that place is yours, name it in DESKTOP_SLM_HOSTS.</source>
            <translation>Der Server hat dies an {host} weitergeschickt; von dort kommen keine Modelle. Nichts wurde von dort geholt; ist der Ort Ihrer, nennen Sie ihn in DESKTOP_SLM_HOSTS.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is a prompt “/{name}” already. Choose another name; nothing was changed.</source>
            <translation>Eine Vorlage „/{name}“ gibt es schon. Wählen Sie einen anderen Namen; nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is data in {path} already, so no new key was made. Nothing was changed.</source>
            <translation>In {path} sind schon Daten, deshalb wurde kein neuer Schlüssel erstellt. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is no chat {chat} here. “desktop-slm chats list” shows those that there are.</source>
            <translation>Einen Chat {chat} gibt es hier nicht. „desktop-slm chats list“ zeigt die vorhandenen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is no model on this computer yet. Add one on the Models page.</source>
            <translation>Auf diesem Computer ist noch kein Modell. Fügen Sie auf der Seite „Modelle“ eines hinzu.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is no model to take along: the practice model comes with the app. Nothing was written.</source>
            <translation>Es ist kein Modell zum Mitnehmen da: Das Übungsmodell kommt mit der App. Nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is no model “{model}” on this computer. “desktop-slm models list” shows those that there are.</source>
            <translation>Ein Modell „{model}“ gibt es auf diesem Computer nicht. „desktop-slm models list“ zeigt die vorhandenen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is no room for a backup: {needed_mb} MB more must be free. Your data and the earlier backups are unchanged; free some space and try again.</source>
            <translation>Für eine Sicherung fehlt Platz: {needed_mb} MB mehr müssen frei sein. Ihre Daten und die früheren Sicherungen sind unverändert; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is no trial {number}. “desktop-slm models trials” shows those that there are.</source>
            <translation>Einen Probelauf {number} gibt es nicht. „desktop-slm models trials“ zeigt die vorhandenen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>There is nothing to send yet: write a message first.</source>
            <translation>Es gibt noch nichts zu senden: Schreiben Sie erst eine Nachricht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>This assistant was deleted meanwhile. Your changes were not kept.</source>
            <translation>Dieser Assistent wurde inzwischen gelöscht. Ihre Änderungen wurden nicht behalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>This backup was made with another key. Enter the recovery code or the passphrase that was in force where it was made. Nothing was changed.</source>
            <translation>Diese Sicherung wurde mit einem anderen Schlüssel gemacht. Geben Sie den Wiederherstellungscode oder die Passphrase ein, die dort galt, wo sie gemacht wurde. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>This needs room for {needed_tokens} tokens and the model has {context_tokens}. Nothing was cut and nothing was sent; shorten the text or start a new chat.</source>
            <translation>Das braucht Platz für {needed_tokens} Token, und das Modell hat {context_tokens}. Nichts wurde gekürzt und nichts gesendet; kürzen Sie den Text, oder beginnen Sie einen neuen Chat.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>This system has no keyring to keep the key in. Choose a passphrase or a key file, or nothing will be stored.</source>
            <translation>Dieses System hat keinen Schlüsselbund für den Schlüssel. Wählen Sie eine Passphrase oder eine Schlüsseldatei, sonst wird nichts gespeichert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>This would take {needed_mb} MB and {free_mb} MB are free on the disk of {path}. Nothing was written; free some space and try again.</source>
            <translation>Das bräuchte {needed_mb} MB, und auf dem Datenträger von {path} sind {free_mb} MB frei. Nichts wurde geschrieben; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>What came as “{file}” is not that file: its fingerprint is {found} and has to be {wanted}. It was thrown away; nothing was added.</source>
            <translation>Was als „{file}“ kam, ist nicht diese Datei: Ihr Fingerabdruck ist {found} und muss {wanted} sein. Sie wurde verworfen; nichts wurde hinzugefügt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>What you deleted is erased, but the damaged backup {path} could not be cleared of it. Delete that file if you do not need it.</source>
            <translation>Was Sie gelöscht haben, ist gelöscht, aber die beschädigte Sicherung {path} ließ sich nicht davon bereinigen. Löschen Sie diese Datei, wenn Sie sie nicht brauchen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your data could not be read or written ({why}). What was saved before is kept; check the disk and try again.</source>
            <translation>Ihre Daten ließen sich nicht lesen oder schreiben ({why}). Was vorher gespeichert wurde, bleibt; prüfen Sie den Datenträger und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your data file is damaged. It was left as it is at {path}; restore a backup.</source>
            <translation>Ihre Datendatei ist beschädigt. Sie blieb, wie sie ist, unter {path}; stellen Sie eine Sicherung wieder her.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your data file {path} is gone, although its key is still here. Nothing was made in its place: put the file or a backup back, or use another folder with --data-dir.</source>
            <translation>Ihre Datendatei {path} ist weg, obwohl ihr Schlüssel noch da ist. Nichts wurde an ihrer Stelle angelegt: Legen Sie die Datei oder eine Sicherung zurück, oder verwenden Sie mit --data-dir einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your data is in use by another program just now. Nothing was changed; try again.</source>
            <translation>Ihre Daten werden gerade von einem anderen Programm benutzt. Nichts wurde geändert; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your data is open in another window or in a terminal. Nothing was changed; close that first and try again.</source>
            <translation>Ihre Daten sind in einem anderen Fenster oder Terminal geöffnet. Nichts wurde geändert; schließen Sie das zuerst und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your data is protected by a passphrase. Enter it, or name a file that holds it in DESKTOP_SLM_PASSPHRASE_FILE.</source>
            <translation>Ihre Daten sind durch eine Passphrase geschützt. Geben Sie sie ein, oder nennen Sie in DESKTOP_SLM_PASSPHRASE_FILE eine Datei, in der sie steht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your data was written by a newer version of Desktop SLM (format {found}, this version reads up to {known}). Nothing was changed; install the newer version.</source>
            <translation>Ihre Daten wurden von einer neueren Version von Desktop SLM geschrieben (Format {found}, diese Version liest bis {known}). Nichts wurde geändert; installieren Sie die neuere Version.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your organisation does not allow exports on this computer. Nothing was written, and everything is kept in the app.</source>
            <translation>Ihre Organisation erlaubt auf diesem Computer keine Exporte. Nichts wurde geschrieben, und alles bleibt in der App.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your organisation does not allow printing on this computer. Nothing was printed, and everything is kept in the app.</source>
            <translation>Ihre Organisation erlaubt auf diesem Computer kein Drucken. Nichts wurde gedruckt, und alles bleibt in der App.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your organisation does not allow the model “{name}” on this computer. It was not loaded; choose one that is allowed.</source>
            <translation>Ihre Organisation erlaubt das Modell „{name}“ auf diesem Computer nicht. Es wurde nicht geladen; wählen Sie ein erlaubtes.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>Your organisation keeps Desktop SLM offline on this computer, so nothing was asked. Import the file of a model instead, or ask your administrator.</source>
            <translation>Ihre Organisation hält Desktop SLM auf diesem Computer offline, deshalb wurde nichts gefragt. Importieren Sie stattdessen die Datei eines Modells, oder fragen Sie Ihre Administration.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>{host} could not be asked for the newest version. Nothing was changed; try again later.</source>
            <translation>{host} ließ sich nicht nach der neuesten Version fragen. Nichts wurde geändert; versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>{host} could not prove that it is who it says (its certificate is not trusted here). Nothing was sent to it; check this computer's clock, or ask who runs your network.</source>
            <translation>{host} konnte nicht beweisen, wer es ist (seinem Zertifikat wird hier nicht vertraut). Nichts wurde dorthin gesendet; prüfen Sie die Uhr dieses Computers, oder fragen Sie, wer Ihr Netz betreibt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>{path} cannot be the models folder: {why}. Nothing was moved; choose another.</source>
            <translation>{path} kann nicht der Modellordner sein: {why}. Nichts wurde verschoben; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>{path} has another file “{name}”. Nothing there was written over and nothing was moved; choose an empty folder.</source>
            <translation>In {path} liegt eine andere Datei „{name}“. Nichts wurde dort überschrieben und nichts verschoben; wählen Sie einen leeren Ordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>{path} has no models that can be imported. Nothing was changed; choose another.</source>
            <translation>In {path} sind keine Modelle, die importiert werden können. Nichts wurde geändert; wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>{path} is not a whole backup of Desktop SLM. Nothing was changed; choose another one.</source>
            <translation>{path} ist keine vollständige Sicherung von Desktop SLM. Nichts wurde geändert; wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{file}” is being fetched by another window or terminal just now. Nothing was fetched here; wait for it to end.</source>
            <translation>„{file}“ wird gerade von einem anderen Fenster oder Terminal geholt. Hier wurde nichts geholt; warten Sie, bis es fertig ist.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{file}” is no name that a model file may have here. Nothing was fetched.</source>
            <translation>„{file}“ ist kein Name, den eine Modelldatei hier haben darf. Nichts wurde geholt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{file}” needs {needed_mb} MB more, with some to spare, and {free_mb} MB are free on the disk of {path}. What has come is kept; free some space and try again.</source>
            <translation>„{file}“ braucht noch {needed_mb} MB, etwas Reserve eingerechnet, und auf dem Datenträger von {path} sind {free_mb} MB frei. Was schon da ist, bleibt erhalten; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{format}” is no format that can be made here. Choose one of {known}.</source>
            <translation>„{format}“ ist kein Format, das hier erstellt werden kann. Wählen Sie eines von {known}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” cannot be linked from here ({why}). Nothing was changed; use it where it is, or copy it.</source>
            <translation>„{name}“ lässt sich von hier nicht verlinken ({why}). Nichts wurde geändert; verwenden Sie es, wo es liegt, oder kopieren Sie es.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” cannot be opened: this account is not allowed to read it.</source>
            <translation>„{name}“ lässt sich nicht öffnen: Dieses Konto darf es nicht lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” cannot be the name of a prompt. Use up to 32 letters, digits and hyphens, without spaces.</source>
            <translation>„{name}“ kann nicht der Name einer Vorlage sein. Verwenden Sie bis zu 32 Buchstaben, Ziffern und Bindestriche, ohne Leerzeichen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” carries no data of Desktop SLM, so it cannot be checked. It was not exported from here, or another program left that out when it saved the file.</source>
            <translation>„{name}“ enthält keine Daten von Desktop SLM und kann deshalb nicht geprüft werden. Es wurde nicht hier exportiert, oder ein anderes Programm hat sie beim Speichern weggelassen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” changed while it was being copied. The copy was removed; try again.</source>
            <translation>„{name}“ hat sich beim Kopieren geändert. Die Kopie wurde entfernt; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” could not be converted ({why}). It is as it was, and nothing else was kept.</source>
            <translation>„{name}“ ließ sich nicht umwandeln ({why}). Es ist, wie es war, und sonst wurde nichts behalten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” could not be copied ({why}). The original is unharmed and nothing half-copied was kept; try again.</source>
            <translation>„{name}“ ließ sich nicht kopieren ({why}). Das Original ist heil, und nichts halb Kopiertes blieb; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” could not be deleted ({why}). It is still there; close what uses it and try again.</source>
            <translation>„{name}“ ließ sich nicht löschen ({why}). Es ist noch da; schließen Sie, was es benutzt, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” could not be looked into: it made the process that reads it stop. The file is unchanged and was not loaded; choose another.</source>
            <translation>„{name}“ ließ sich nicht ansehen: Der Prozess, der es liest, hat angehalten. Die Datei ist unverändert und wurde nicht geladen; wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” has been erased for good and cannot be brought back.</source>
            <translation>„{name}“ wurde endgültig gelöscht und lässt sich nicht zurückholen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” has the layers 0 to {last}. Name some of them to be left out, and not all; nothing was written.</source>
            <translation>„{name}“ hat die Schichten 0 bis {last}. Nennen Sie einige davon zum Weglassen, und nicht alle; nichts wurde geschrieben.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” holds pictures of pages and no text, so there is nothing to read in it.</source>
            <translation>„{name}“ enthält Bilder von Seiten und keinen Text, deshalb gibt es darin nichts zu lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is a folder. Choose a file in it.</source>
            <translation>„{name}“ ist ein Ordner. Wählen Sie eine Datei darin.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is a model for searching: it compares texts and writes none. Choose a model for chat.</source>
            <translation>„{name}“ ist ein Modell zum Suchen: Es vergleicht Texte und schreibt keine. Wählen Sie ein Modell zum Chatten.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is a part that lets another model see or hear and cannot answer by itself. Choose the model that it belongs to.</source>
            <translation>„{name}“ ist ein Teil, mit dem ein anderes Modell sehen oder hören kann, und kann allein nicht antworten. Wählen Sie das Modell, zu dem es gehört.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is an adapter: it changes another model and cannot answer by itself. Choose the model that it belongs to.</source>
            <translation>„{name}“ ist ein Adapter: Er ändert ein anderes Modell und kann allein nicht antworten. Wählen Sie das Modell, zu dem er gehört.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is copy-protected, so that only its shop’s own program can open it. Choose a copy without that protection.</source>
            <translation>„{name}“ ist kopiergeschützt, sodass nur das Programm seines Shops es öffnen kann. Wählen Sie eine Kopie ohne diesen Schutz.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is damaged and nothing in it could be read.</source>
            <translation>„{name}“ ist beschädigt, und nichts darin ließ sich lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is damaged or not what it says ({why}). It was not loaded.</source>
            <translation>„{name}“ ist beschädigt oder nicht, was es vorgibt ({why}). Es wurde nicht geladen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is empty. There is nothing to read in it.</source>
            <translation>„{name}“ ist leer. Darin ist nichts zu lesen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is in an old Office format. Save it as DOCX, XLSX, PPTX or PDF in the program that made it.</source>
            <translation>„{name}“ hat ein altes Office-Format. Speichern Sie es in dem Programm, aus dem es stammt, als DOCX, XLSX, PPTX oder PDF.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is in {source} and cannot be converted to {format} without losing quality twice. Convert from the F16, BF16 or Q8_0 file of the same model.</source>
            <translation>„{name}“ ist in {source} und lässt sich nicht nach {format} umwandeln, ohne zweimal an Qualität zu verlieren. Wandeln Sie die F16-, BF16- oder Q8_0-Datei desselben Modells um.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is incomplete: {missing_bytes} bytes are missing at its end. Get the file again.</source>
            <translation>„{name}“ ist unvollständig: Am Ende fehlen {missing_bytes} Bytes. Holen Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is larger than a file on the disk of {path} may be, as on many memory sticks. Nothing was lost; use a disk in the format exFAT or another one.</source>
            <translation>„{name}“ ist größer, als eine Datei auf dem Datenträger von {path} sein darf, wie bei vielen USB-Sticks. Nichts ist verloren; verwenden Sie einen Datenträger im Format exFAT oder einen anderen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is not a GGUF model file. Nothing was loaded; choose another file.</source>
            <translation>„{name}“ ist keine GGUF-Modelldatei. Nichts wurde geladen; wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is not a kind of document that Desktop SLM reads. It reads PDF, Word (DOCX), OpenDocument text, PowerPoint (PPTX), Excel (XLSX), EPUB, RTF, CSV, mails, subtitles, HTML, Markdown, text and pictures of text.</source>
            <translation>„{name}“ ist kein Dokument einer Art, die Desktop SLM liest. Es liest PDF, Word (DOCX), OpenDocument-Text, PowerPoint (PPTX), Excel (XLSX), EPUB, RTF, CSV, Mails, Untertitel, HTML, Markdown, Text und Bilder von Text.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is not an assistant that can be added: {why}. Nothing was added.</source>
            <translation>„{name}“ ist kein Assistent, der sich hinzufügen lässt: {why}. Nichts wurde hinzugefügt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is not the file that it was: its fingerprint differs. It was left as it is; do not rely on it, and get the file again.</source>
            <translation>„{name}“ ist nicht mehr die Datei, die es war: Der Fingerabdruck ist ein anderer. Sie blieb, wie sie ist; verlassen Sie sich nicht darauf, und holen Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is not the file that its list names: its fingerprint is {found} and has to be {wanted}. It was not imported; copy it from the other computer again.</source>
            <translation>„{name}“ ist nicht die Datei, die ihre Liste nennt: Ihr Fingerabdruck ist {found} und muss {wanted} sein. Sie wurde nicht importiert; kopieren Sie sie noch einmal vom anderen Computer.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is of the kind “{architecture}”, which this version cannot run. A newer version of Desktop SLM may.</source>
            <translation>„{name}“ ist von der Art „{architecture}“, die diese Version nicht ausführen kann. Eine neuere Version von Desktop SLM kann es vielleicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is one of {parts} files that make up a model, and {missing} of them are not beside it. Get the missing files and put them into the same folder.</source>
            <translation>„{name}“ ist eine von {parts} Dateien, die zusammen ein Modell sind, und {missing} davon liegen nicht daneben. Holen Sie die fehlenden Dateien, und legen Sie sie in denselben Ordner.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is part {part} of {parts} of a model. Choose the first of its files.</source>
            <translation>„{name}“ ist Teil {part} von {parts} eines Modells. Wählen Sie die erste seiner Dateien.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is protected by a password. Save a copy without it and try again.</source>
            <translation>„{name}“ ist durch ein Passwort geschützt. Speichern Sie eine Kopie ohne Passwort und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is the same file as “{known}”, which is on the list already. Nothing was changed.</source>
            <translation>„{name}“ ist dieselbe Datei wie „{known}“, die schon in der Liste ist. Nichts wurde geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is there already. Nothing was written; delete it first to make it again.</source>
            <translation>„{name}“ ist schon da. Nichts wurde geschrieben; löschen Sie es zuerst, um es neu zu erstellen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” is too large to be read safely ({why}).</source>
            <translation>„{name}“ ist zu groß, um sicher gelesen zu werden ({why}).</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” needs about {needed_mb} MB of memory and {free_mb} MB are free. Close other programs or choose a smaller model.</source>
            <translation>„{name}“ braucht etwa {needed_mb} MB Speicher, und {free_mb} MB sind frei. Schließen Sie andere Programme, oder wählen Sie ein kleineres Modell.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” was exported by a newer version of Desktop SLM. Check it with that version.</source>
            <translation>„{name}“ wurde von einer neueren Version von Desktop SLM exportiert. Prüfen Sie es mit dieser Version.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” was made by a newer version of Desktop SLM. Add it with that version; nothing was added here.</source>
            <translation>„{name}“ wurde von einer neueren Version von Desktop SLM erstellt. Fügen Sie es mit dieser Version hinzu; hier wurde nichts hinzugefügt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{name}” was not found. Check that it has not been moved or renamed.</source>
            <translation>„{name}“ wurde nicht gefunden. Prüfen Sie, ob es verschoben oder umbenannt wurde.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{path}” cannot be written ({why}). The result was not saved there.</source>
            <translation>In „{path}“ lässt sich nicht schreiben ({why}). Das Ergebnis wurde dort nicht gespeichert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{path}” does not end in a format that can be written here. Choose a name that ends in {endings}.</source>
            <translation>„{path}“ endet nicht auf ein Format, das hier geschrieben werden kann. Wählen Sie einen Namen, der auf {endings} endet.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{repo}” has no file “{file}” in this version: it was renamed or taken away. Look at the list of its files and choose again.</source>
            <translation>„{repo}“ hat in dieser Fassung keine Datei „{file}“: Sie wurde umbenannt oder entfernt. Sehen Sie sich die Dateiliste an und wählen Sie neu.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{repo}” has no version “{revision}” any more. Get its newest version instead.</source>
            <translation>„{repo}“ hat keine Fassung „{revision}“ mehr. Holen Sie stattdessen die neueste.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{repo}” is only given to people who accepted its terms on Hugging Face. Accept them there, make an access token in your account and try again with it.</source>
            <translation>„{repo}“ bekommt nur, wer bei Hugging Face die Bedingungen annimmt. Nehmen Sie sie dort an, erstellen Sie in Ihrem Konto ein Zugangstoken und versuchen Sie es damit noch einmal.</translation>
        </message>
        <message>
            <location filename="desktop_slm/errors.py" />
            <source>“{repo}” is under the license “{license}”, which has to be accepted first. Nothing was fetched.</source>
            <translation>„{repo}“ steht unter der Lizenz „{license}“, die zuerst angenommen werden muss. Nichts wurde geholt.</translation>
        </message>
    </context>
    <context>
        <name>findings</name>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>Another program saved the file again. Its words are as they were exported; its look may not be.</source>
            <translation>Ein anderes Programm hat die Datei neu gespeichert. Ihre Wörter sind, wie sie exportiert wurden; ihr Aussehen vielleicht nicht.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>Footnote {number} was changed after the export: its place or its quote.</source>
            <translation>Fußnote {number} wurde nach dem Export geändert: ihre Stelle oder ihr Zitat.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>Pages or parts of “{name}”: {found}; the receipt says {expected}.</source>
            <translation>Seiten oder Teile von „{name}“: {found}; der Nachweis sagt {expected}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>Sentence {number} was changed after the export.</source>
            <translation>Satz {number} wurde nach dem Export geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>Something beside sentences, footnotes and receipt was changed after the export.</source>
            <translation>Etwas neben Sätzen, Fußnoten und Nachweis wurde nach dem Export geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>Something was added after the export.</source>
            <translation>Etwas wurde nach dem Export hinzugefügt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The data for this check, which the file carries, was changed or damaged after the export.</source>
            <translation>Die Daten für diese Prüfung, die in der Datei liegen, wurden nach dem Export geändert oder beschädigt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The file was changed or damaged after the export.</source>
            <translation>Die Datei wurde nach dem Export geändert oder beschädigt.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The hashes in the receipt were changed after the export.</source>
            <translation>Die Hashwerte im Nachweis wurden nach dem Export geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The notice over the summary was changed after the export.</source>
            <translation>Der Hinweis über der Zusammenfassung wurde nach dem Export geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The quote of footnote {number} is not at its place on page {page}; it is on page {found}.</source>
            <translation>Das Zitat von Fußnote {number} steht nicht an seiner Stelle auf Seite {page}; es steht auf Seite {found}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The quote of footnote {number} is not on page {page}.</source>
            <translation>Das Zitat von Fußnote {number} steht nicht auf Seite {page}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The receipt does not say whether these pages of “{name}” were read: {pages}.</source>
            <translation>Der Nachweis sagt nicht, ob diese Seiten von „{name}“ gelesen wurden: {pages}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The receipt says that these pages of “{name}” were read, but they have no text: {pages}.</source>
            <translation>Der Nachweis sagt, dass diese Seiten von „{name}“ gelesen wurden, aber sie haben keinen Text: {pages}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The receipt was changed after the export.</source>
            <translation>Der Nachweis wurde nach dem Export geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>The title was changed after the export.</source>
            <translation>Der Titel wurde nach dem Export geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/verifying.py" />
            <source>This compares the export with the document and with its own receipt. It does not show who made it, nor that its sentences are right.</source>
            <translation>Dies vergleicht den Export mit dem Dokument und mit seinem eigenen Nachweis. Es zeigt nicht, wer ihn gemacht hat, und nicht, dass seine Sätze stimmen.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>What is said on the pages that were read, or on how much a person checked, was changed after the export.</source>
            <translation>Was über die gelesenen Seiten gesagt wird, oder darüber, wie viel ein Mensch geprüft hat, wurde nach dem Export geändert.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>“{name}” is another file than the one that was summarized, or another version of it: its SHA-256 begins with {found}, that of “{expected_name}” in the receipt with {expected}.</source>
            <translation>„{name}“ ist eine andere Datei als die zusammengefasste oder eine andere Fassung davon: Ihr SHA-256 beginnt mit {found}, der von „{expected_name}“ im Nachweis mit {expected}.</translation>
        </message>
        <message>
            <location filename="desktop_slm/assistants/verification/findings.py" />
            <source>“{name}” was summarized, too, and was not given to the check.</source>
            <translation>„{name}“ wurde auch zusammengefasst und der Prüfung nicht gegeben.</translation>
        </message>
    </context>
</TS>
