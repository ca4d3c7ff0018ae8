"""The tree of everything that can go wrong, with the sentence a person reads.

    DesktopSlmError
    ├── WorldError                 the outside failed; the sentence says what to do
    │   ├── ModelError             UnknownModel ModelGone NoModel NotGguf TruncatedModel BrokenModel
    │   │                          UnsupportedModel ModelTooLarge ContextFull EmptyPrompt
    │   │                          NoEarlierSummary
    │   │                          TemplateFailed AdapterGiven ProjectorGiven EmbeddingGiven
    │   │                          LaterPartGiven PartMissing InspectionFailed FileDiffers
    │   │                          ModelUndeletable AdapterUnfit ConversionFailed
    │   │                          FormatUnknown FormatUnfit LayersUnknown NoRoomForModel
    │   │                          ModelThere SameModelThere LinkRefused TrashGone NameEmpty
    │   │                          TooManyModels UnknownTrial
    │   ├── LibraryError           ModelVanished FolderUnfit FolderTaken FolderGone
    │   │                          ModelsFolderUnwritable MoveUnfinished NoMove DownloadUnderWay
    │   │                          SourceChanged CopyDiffers FileTooBigForDisk CopyFailed
    │   │                          NotCarried CarriedDiffers NothingToCarry
    │   ├── EngineError            EngineStopped EngineHung EngineKeepsStopping EngineFailed
    │   │                          AnalysisFailed ComparisonFailed TrialFailed
    │   ├── DocumentError          FileMissing FileUnreadable FolderGiven EmptyFile WrongFormat
    │   │                          OldFormat PasswordNeeded PasswordWrong CopyProtected
    │   │                          DamagedFile NoText NoWords RecognitionMissing
    │   │                          RecognitionLanguageMissing
    │   │                          FileTooLarge ReaderCrashed ReaderTooSlow
    │   │                          NothingToDigest SummaryGone
    │   ├── NetworkError           OfflineNow HubUnreachable HubRefused RepoUnknown RepoGated
    │   │                          VersionUnknown FileUnknown TokenRefused RateLimited ProxyFailed
    │   │                          CertificateRefused HostRefused RedirectedTooOften SignInPage
    │   │                          ConnectionLost Stalled FetchStopped
    │   │                          OfflineByPolicy UpdatesUnreachable UpdatesUnclear RecordNotOpen
    │   ├── DownloadError          LicenseNotAccepted WrongHash WrongLength HashUnknown
    │   │                          NoRoomForDownload DownloadedElsewhere FileNameRefused
    │   ├── StorageError           WrongKey KeyDoesNotFit PassphraseNeeded EmptyPassphrase
    │   │                          KeyMissing KeyFileExposed AlreadyStored KeyringUnavailable
    │   │                          KeyringChanged KeyringLocked DatabaseMissing DatabaseDamaged
    │   │                          DatabaseNewer DatabaseBusy DatabaseFailed DiskFull
    │   │                          FolderUnwritable KeyCutOff WrongCode CodeMistyped NoCode
    │   │                          NoPassphrase KeyringRefused KeyringSilent NoRoomForBackup
    │   │                          BackupUnreadable BackupLocked DataInUse NothingStored
    │   │                          StillInBackup
    │   ├── PolicyError            PolicyUnreadable ModelForbidden ExportForbidden PrintForbidden
    │   └── OutputError            OutputUnwritable OutputUnknown NotAnExport NewerExport
    │                          NotChatFile UnknownChat AssistantUnfit AssistantNewer AssistantGone
    │                          PromptNameTaken PromptNameUnfit
    └── OurError                   a defect of ours
        ├── ProtocolError          a child said what the protocol does not know
        └── Invariant              something that cannot be

Errors carry typed fields; `sentence` is a template over those fields in plain English, which the
terminal prints and the window translates (`ui/wording.py`). The fields may name files and models,
so an error's text goes to the person and never to a log: logs get the type alone.
"""

from __future__ import annotations

from typing import ClassVar


class DesktopSlmError(Exception):
    """The root: a sentence for people, its fields, and details that can be copied."""

    sentence: ClassVar[str] = "Something went wrong."

    def __init__(self, *, details: str = "", **fields: object) -> None:
        super().__init__()
        self.fields = fields
        self.details = details

    def __str__(self) -> str:
        return self.sentence.format(**self.fields)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.details, self.fields))


def _rebuild(
    kind: type[DesktopSlmError], details: str, fields: dict[str, object]
) -> DesktopSlmError:
    return kind(details=details, **fields)


class WorldError(DesktopSlmError):
    """The outside world failed; the person can do something about it."""


class OurError(DesktopSlmError):
    """We failed; the details help whoever mends it."""

    sentence = "Desktop SLM made a mistake of its own. Nothing was lost; please try again."


# Models


class ModelError(WorldError):
    """A model cannot be used as asked."""


class UnknownModel(ModelError):
    """No installed model has this id, and no file this path."""

    sentence = (
        "There is no model “{model}” on this computer. "
        "“desktop-slm models list” shows those that there are."
    )


class ModelGone(ModelError):
    """A summary was begun with a model that is no longer installed."""

    sentence = (
        "The model “{model}”, with which this was begun, is no longer on this computer. "
        "What was read is kept; make it again with another model."
    )


class NoModel(ModelError):
    """Nothing is installed, not even the practice model."""

    sentence = "There is no model on this computer yet. Add one on the Models page."


class NotGguf(ModelError):
    """The file is something else than a GGUF."""

    sentence = "“{name}” is not a GGUF model file. Nothing was loaded; choose another file."


class TruncatedModel(ModelError):
    """The file ends before its own header says that it should."""

    sentence = (
        "“{name}” is incomplete: {missing_bytes} bytes are missing at its end. Get the file again."
    )


class BrokenModel(ModelError):
    """The header breaks a rule that every honest file keeps."""

    sentence = "“{name}” is damaged or not what it says ({why}). It was not loaded."


class UnsupportedModel(ModelError):
    """A valid file whose architecture this build does not run."""

    sentence = (
        "“{name}” is of the kind “{architecture}”, which this version cannot run. "
        "A newer version of Desktop SLM may."
    )


class ModelTooLarge(ModelError):
    """Loading needs more memory than there is."""

    sentence = (
        "“{name}” needs about {needed_mb} MB of memory and {free_mb} MB are free. "
        "Close other programs or choose a smaller model."
    )


class ContextFull(ModelError):
    """The conversation does not fit; nothing was cut."""

    sentence = (
        "This needs room for {needed_tokens} tokens and the model has {context_tokens}. "
        "Nothing was cut and nothing was sent; shorten the text or start a new chat."
    )


class NoEarlierSummary(ModelError):
    """The model wrote no summary of the messages that were to be left out."""

    sentence = (
        "The model made no summary of the earlier messages. They are kept and nothing was sent; "
        "leave out the oldest messages instead, or use another model."
    )


class EmptyPrompt(ModelError):
    """There is nothing to answer."""

    sentence = "There is nothing to send yet: write a message first."


class TemplateFailed(ModelError):
    """The model's chat template cannot be used, nor any built-in one in its place."""

    sentence = "The chat template of this model does not work ({why}). Choose another model."


class AdapterGiven(ModelError):
    """The file changes another model and is none by itself."""

    sentence = (
        "“{name}” is an adapter: it changes another model and cannot answer by itself. "
        "Choose the model that it belongs to."
    )


class AdapterUnfit(ModelError):
    """An adapter was made for another model, or is none."""

    sentence = (
        "The adapter “{name}” does not belong to this model. "
        "The model was not loaded; use it without the adapter or with the right one."
    )


class ProjectorGiven(ModelError):
    """The file lets another model see or hear, and is none by itself."""

    sentence = (
        "“{name}” is a part that lets another model see or hear and cannot answer by itself. "
        "Choose the model that it belongs to."
    )


class EmbeddingGiven(ModelError):
    """The model makes vectors and no text."""

    sentence = (
        "“{name}” is a model for searching: it compares texts and writes none. "
        "Choose a model for chat."
    )


class LaterPartGiven(ModelError):
    """A part of a divided model that is not its first."""

    sentence = "“{name}” is part {part} of {parts} of a model. Choose the first of its files."


class PartMissing(ModelError):
    """A divided model whose other files do not lie beside the first."""

    sentence = (
        "“{name}” is one of {parts} files that make up a model, and {missing} of them are not "
        "beside it. Get the missing files and put them into the same folder."
    )


class InspectionFailed(ModelError):
    """The process that looks into model files ended or did not answer."""

    sentence = (
        "“{name}” could not be looked into: it made the process that reads it stop. "
        "The file is unchanged and was not loaded; choose another."
    )


class FileDiffers(ModelError):
    """The file's fingerprint is another than it was, or than it has to be."""

    sentence = (
        "“{name}” is not the file that it was: its fingerprint differs. "
        "It was left as it is; do not rely on it, and get the file again."
    )


class ModelUndeletable(ModelError):
    """The system refuses to delete a model's file."""

    sentence = (
        "“{name}” could not be deleted ({why}). It is still there; close what uses it and try "
        "again."
    )


class ConversionFailed(ModelError):
    """llama.cpp could not write the model in another format."""

    sentence = (
        "“{name}” could not be converted ({why}). It is as it was, and nothing else was kept."
    )


class FormatUnknown(ModelError):
    """A name that is none of a format that can be made here."""

    sentence = "“{format}” is no format that can be made here. Choose one of {known}."


class FormatUnfit(ModelError):
    """The source has lost what the wanted format would keep, or is in that format."""

    sentence = (
        "“{name}” is in {source} and cannot be converted to {format} without losing quality twice. "
        "Convert from the F16, BF16 or Q8_0 file of the same model."
    )


class LayersUnknown(ModelError):
    """Layers to be left out that the model does not have, or all of them."""

    sentence = (
        "“{name}” has the layers 0 to {last}. Name some of them to be left out, and not all; "
        "nothing was written."
    )


class NoRoomForModel(ModelError):
    """The disk has less room than a model will take."""

    sentence = (
        "This would take {needed_mb} MB and {free_mb} MB are free on the disk of {path}. "
        "Nothing was written; free some space and try again."
    )


class ModelThere(ModelError):
    """The models folder has a file of the name that a new model would get."""

    sentence = "“{name}” is there already. Nothing was written; delete it first to make it again."


class TooManyModels(ModelError):
    """More models than can be compared side by side."""

    sentence = "At most {most} models are tried side by side. Nothing was done; name fewer."


class UnknownTrial(ModelError):
    """No kept trial has this number."""

    sentence = "There is no trial {number}. “desktop-slm models trials” shows those that there are."


class SameModelThere(ModelError):
    """The very same bytes are on the list under another name."""

    sentence = (
        "“{name}” is the same file as “{known}”, which is on the list already. Nothing was changed."
    )


class LinkRefused(ModelError):
    """The system makes neither a hard link nor a symbolic one."""

    sentence = (
        "“{name}” cannot be linked from here ({why}). Nothing was changed; use it where it is, "
        "or copy it."
    )


class TrashGone(ModelError):
    """What was removed has been erased, and cannot come back."""

    sentence = "“{name}” has been erased for good and cannot be brought back."


class NameEmpty(ModelError):
    """A model needs a name of at least one letter."""

    sentence = "A model needs a name with at least one letter. The old name was kept."


# The library


class LibraryError(WorldError):
    """Models cannot be kept, moved or carried as asked."""


class ModelVanished(LibraryError):
    """The file of a model on the list is no longer where it was."""

    sentence = (
        "Its file is no longer at {path}. Connect the disk that it is on, show where it is now, "
        "or take it off the list."
    )


class FolderUnfit(LibraryError):
    """A folder that the models folder cannot become."""

    sentence = "{path} cannot be the models folder: {why}. Nothing was moved; choose another."


class FolderTaken(LibraryError):
    """The new models folder has other files of the same names."""

    sentence = (
        "{path} has another file “{name}”. Nothing there was written over and nothing was moved; "
        "choose an empty folder."
    )


class FolderGone(LibraryError):
    """The models folder is not there, as when its disk is not connected."""

    sentence = (
        "The models folder {path} is not there. Connect the disk that it is on, or choose another "
        "folder in the settings."
    )


class ModelsFolderUnwritable(LibraryError):
    """Nothing can be written to a folder for models."""

    sentence = "The folder {path} cannot be written ({why}). Nothing was lost; choose another."


class MoveUnfinished(LibraryError):
    """A move of the models folder was interrupted, and comes first."""

    sentence = (
        "The models folder was being moved from {source} to {target} and that did not end. "
        "Everything is in one of the two; go on or move it back first."
    )


class NoMove(LibraryError):
    """There is no move that could be gone on with."""

    sentence = "The models folder is in one place; there is no move to go on with."


class DownloadUnderWay(LibraryError):
    """The models folder cannot move while a model comes into it."""

    sentence = "A model is being downloaded into the models folder. Pause it, then try again."


class SourceChanged(LibraryError):
    """A file was written to while it was copied."""

    sentence = "“{name}” changed while it was being copied. The copy was removed; try again."


class CopyDiffers(LibraryError):
    """What was read back from the disk is not what was written to it."""

    sentence = (
        "The copy of “{name}” read back differently from what was written, so it was removed. "
        "The original is unharmed; the disk of {path} may be failing."
    )


class FileTooBigForDisk(LibraryError):
    """The disk's format does not take files of this size, as FAT32 none above 4 GB."""

    sentence = (
        "“{name}” is larger than a file on the disk of {path} may be, as on many memory sticks. "
        "Nothing was lost; use a disk in the format exFAT or another one."
    )


class CopyFailed(LibraryError):
    """The system refuses to read or write in the middle of a copy."""

    sentence = (
        "“{name}” could not be copied ({why}). The original is unharmed and nothing half-copied "
        "was kept; try again."
    )


class NotCarried(LibraryError):
    """A folder has no models to import, or a list of them that cannot be read."""

    sentence = "{path} has no models that can be imported. Nothing was changed; choose another."


class CarriedDiffers(LibraryError):
    """A file that came from another computer is not the one that its list names."""

    sentence = (
        "“{name}” is not the file that its list names: its fingerprint is {found} and has to be "
        "{wanted}. It was not imported; copy it from the other computer again."
    )


class NothingToCarry(LibraryError):
    """No model was chosen, or only the practice model, which comes with the app."""

    sentence = (
        "There is no model to take along: the practice model comes with the app. Nothing was "
        "written."
    )


# The engine


class EngineError(WorldError):
    """The process that runs the model failed."""


class EngineStopped(EngineError):
    """The engine's process ended by itself or was killed."""

    sentence = (
        "The model's process stopped unexpectedly ({how}). "
        "The text so far is kept; you can try again."
    )


class EngineHung(EngineStopped):
    """The engine made no step for too long and was ended."""

    sentence = (
        "The model did not move for {seconds:.0f} seconds and was stopped. "
        "The text so far is kept; you can try again."
    )


class EngineKeepsStopping(EngineError):
    """Three deaths in a row: no further attempt without being asked."""

    sentence = (
        "The model's process stopped {times} times in a row ({how}). "
        "It stays off until you choose a model or try again."
    )


class EngineFailed(EngineError):
    """llama.cpp reported an error and the process goes on."""

    sentence = "The model could not go on ({why}). The text so far is kept; you can try again."


class TrialFailed(EngineError):
    """A model that was tried on a document failed on the way."""

    sentence = (
        "The model could not do it ({how}). Nothing that it wrote was kept; the other models are "
        "tried all the same."
    )


class AnalysisFailed(EngineError):
    """The process that looks for evidence did not answer."""

    sentence = "Looking for the sources of the sentences failed. The text is kept; try again."


class ComparisonFailed(EngineError):
    """The process that compares two versions did not answer."""

    sentence = "Comparing the two documents failed. Both files are as they were; try again."


# Documents


class DocumentError(WorldError):
    """A document cannot be read; `name` is the file's name."""


class FileMissing(DocumentError):
    """The file is not there."""

    sentence = "“{name}” was not found. Check that it has not been moved or renamed."


class FileUnreadable(DocumentError):
    """The file is there and may not be read."""

    sentence = "“{name}” cannot be opened: this account is not allowed to read it."


class FolderGiven(DocumentError):
    """A folder where a file was expected."""

    sentence = "“{name}” is a folder. Choose a file in it."


class EmptyFile(DocumentError):
    """The file has no bytes."""

    sentence = "“{name}” is empty. There is nothing to read in it."


class WrongFormat(DocumentError):
    """The content is none of the formats that are read."""

    sentence = (
        "“{name}” is not a kind of document that Desktop SLM reads. "
        "It reads PDF, Word (DOCX), OpenDocument text, PowerPoint (PPTX), Excel (XLSX), EPUB, RTF, "
        "CSV, mails, subtitles, HTML, Markdown, text and pictures of text."
    )


class OldFormat(DocumentError):
    """A Word, Excel or PowerPoint file of before 2007."""

    sentence = (
        "“{name}” is in an old Office format. "
        "Save it as DOCX, XLSX, PPTX or PDF in the program that made it."
    )


class PasswordNeeded(DocumentError):
    """The file is encrypted."""

    sentence = "“{name}” is protected by a password. Save a copy without it and try again."


class CopyProtected(DocumentError):
    """A book that only its shop's own program may open."""

    sentence = (
        "“{name}” is copy-protected, so that only its shop’s own program can open it. "
        "Choose a copy without that protection."
    )


class PasswordWrong(DocumentError):
    """The password that was given does not open the file."""

    sentence = "That password does not open “{name}”. Nothing was changed; try another."


class DamagedFile(DocumentError):
    """Nothing in the file can be read."""

    sentence = "“{name}” is damaged and nothing in it could be read."


class NoText(DocumentError):
    """Pages without text: a scan, most likely."""

    sentence = "“{name}” holds pictures of pages and no text, so there is nothing to read in it."


class NothingToDigest(DocumentError):
    """Fewer than two documents have a finished summary."""

    sentence = (
        "A digest needs the finished summaries of at least two documents. "
        "Summarize another one first."
    )


class SummaryGone(DocumentError):
    """What a digest was made of was deleted."""

    sentence = (
        "One of the summaries that this digest was made of was deleted. The digest is kept as it "
        "is; make a new one from the summaries that are left."
    )


class NoWords(DocumentError):
    """Text recognition looked and found nothing."""

    sentence = (
        "No words were found in the pictures of “{name}”. If there are some, a sharper or larger "
        "picture may help."
    )


class RecognitionMissing(DocumentError):
    """Pictures of text, and no library or language data to recognise it with."""

    sentence = (
        "Text recognition is not installed, so the words in the picture “{name}” cannot be read. "
        "Install the language data of Tesseract and try again."
    )


class RecognitionLanguageMissing(DocumentError):
    """A language was asked for whose data is not on this computer."""

    sentence = (
        "Text recognition has no data for “{language}” here, so nothing was read. Installed are "
        "{installed}; another language’s file of Tesseract belongs into “{folder}”."
    )


class FileTooLarge(DocumentError):
    """A limit was met: size, pages, or a file that expands too far."""

    sentence = "“{name}” is too large to be read safely ({why})."


class ReaderCrashed(DocumentError):
    """The reader's process died on this file."""

    sentence = (
        "Reading “{name}” made the document reader stop ({how}). "
        "The file is unchanged; other files still work."
    )


class ReaderTooSlow(DocumentError):
    """The reader's process was ended at its time limit."""

    sentence = (
        "Reading “{name}” took longer than {seconds:.0f} seconds and was stopped. "
        "The file is unchanged; other files still work."
    )


# The network


class NetworkError(WorldError):
    """The hub cannot be asked, or says no."""


class OfflineNow(NetworkError):
    """The app is offline by choice; no connection was tried."""

    sentence = "Desktop SLM is offline, so nothing was asked. Go online for this and try again."


class OfflineByPolicy(NetworkError):
    """The organisation's policy keeps the app offline; no connection was tried."""

    sentence = (
        "Your organisation keeps Desktop SLM offline on this computer, so nothing was asked. "
        "Import the file of a model instead, or ask your administrator."
    )


class RecordNotOpen(NetworkError):
    """The record of connections lies in data that is not open; no connection was tried."""

    sentence = (
        "Nothing was asked: every connection is written down beside your chats, which are not "
        "open. Open them first, and try again."
    )


class UpdatesUnreachable(NetworkError):
    """No answer to the question for the newest version."""

    sentence = (
        "{host} could not be asked for the newest version. Nothing was changed; try again later."
    )


class UpdatesUnclear(NetworkError):
    """An answer to the question for the newest version that names none."""

    sentence = (
        "The answer of {host} names no version, so it is not known whether there is a new one. "
        "Nothing was changed; try again later."
    )


class HubUnreachable(NetworkError):
    """No connection to the hub."""

    sentence = (
        "Hugging Face could not be reached. Check the connection of this computer and try again."
    )


class HubRefused(NetworkError):
    """The hub answered with an error."""

    sentence = "Hugging Face answered with an error ({status}). Try again later."


class RepoUnknown(NetworkError):
    """The hub does not know the repository, or does not show it."""

    sentence = "Hugging Face has no model “{repo}”, or it is private. Check how it is written."


class RepoGated(NetworkError):
    """The repository asks for an account and consent."""

    sentence = (
        "“{repo}” is only given to people who accepted its terms on Hugging Face. "
        "Accept them there, make an access token in your account and try again with it."
    )


class VersionUnknown(NetworkError):
    """The repository is there, the wanted revision is not."""

    sentence = "“{repo}” has no version “{revision}” any more. Get its newest version instead."


class FileUnknown(NetworkError):
    """The repository is there, the file is not."""

    sentence = (
        "“{repo}” has no file “{file}” in this version: it was renamed or taken away. "
        "Look at the list of its files and choose again."
    )


class TokenRefused(NetworkError):
    """The hub does not take the token."""

    sentence = (
        "Hugging Face did not accept the access token. "
        "Make a new one in your account there and try again with it."
    )


class RateLimited(NetworkError):
    """Too many requests from this address, for longer than we wait by ourselves."""

    sentence = (
        "Hugging Face takes no more requests from this network for about {minutes} minutes. "
        "What has come is kept; try again then."
    )


class ProxyFailed(NetworkError):
    """The proxy of this network does not let us through."""

    sentence = (
        "The proxy of this network refused the connection. "
        "What has come is kept; check the proxy's address and password and try again."
    )


class CertificateRefused(NetworkError):
    """The server cannot prove who it is, so nothing was sent."""

    sentence = (
        "{host} could not prove that it is who it says (its certificate is not trusted here). "
        "Nothing was sent to it; check this computer's clock, or ask who runs your network."
    )


class HostRefused(NetworkError):
    """A redirect led to a host that models do not come from."""

    sentence = (
        "The server sent this on to {host}, which is no place that models come from. "
        "Nothing was fetched from there; if that place is yours, name it in DESKTOP_SLM_HOSTS."
    )


class RedirectedTooOften(NetworkError):
    """Redirects without an end."""

    sentence = (
        "The server sent this from one address to the next without an end. "
        "Nothing was fetched; try again later."
    )


class SignInPage(NetworkError):
    """A web page came where a file was due: the network wants a sign-in first."""

    sentence = (
        "A web page came in place of the file: this network may want you to sign in first. "
        "Nothing of it was kept; sign in with your browser and try again."
    )


class ConnectionLost(NetworkError):
    """The connection broke again and again."""

    sentence = (
        "The connection was lost {times} times in a row. "
        "What has come is kept; try again when the connection is better."
    )


class Stalled(NetworkError):
    """Bytes stopped coming, or came too slowly to ever end."""

    sentence = (
        "The download stood still for {seconds:.0f} seconds, several times. "
        "What has come is kept; try again later."
    )


class FetchStopped(NetworkError):
    """The process that uses the network ended by itself or was killed."""

    sentence = (
        "The process that fetches files stopped unexpectedly ({how}). "
        "What has come is kept; try again."
    )


# Downloads


class DownloadError(WorldError):
    """A file cannot be taken as asked; what is in the models folder is as it was."""


class LicenseNotAccepted(DownloadError):
    """Nobody has agreed to the license yet."""

    sentence = (
        "“{repo}” is under the license “{license}”, which has to be accepted first. "
        "Nothing was fetched."
    )


class WrongHash(DownloadError):
    """What came is not the file that was asked for, twice."""

    sentence = (
        "What came as “{file}” is not that file: its fingerprint is {found} and has to be "
        "{wanted}. It was thrown away; nothing was added."
    )


class WrongLength(DownloadError):
    """The server has a file of another size."""

    sentence = (
        "The server offers {found} bytes as “{file}”, which has to have {wanted}. "
        "Nothing was added; look at the list of files again."
    )


class HashUnknown(DownloadError):
    """The server does not say what the file's fingerprint has to be."""

    sentence = (
        "The server does not tell the fingerprint of “{file}”, so nobody could say whether it "
        "came unharmed. Nothing was fetched."
    )


class NoRoomForDownload(DownloadError):
    """The disk has, or is left with, too little room."""

    sentence = (
        "“{file}” needs {needed_mb} MB more, with some to spare, and {free_mb} MB are free on the "
        "disk of {path}. What has come is kept; free some space and try again."
    )


class DownloadedElsewhere(DownloadError):
    """Another window or terminal is fetching the same file."""

    sentence = (
        "“{file}” is being fetched by another window or terminal just now. "
        "Nothing was fetched here; wait for it to end."
    )


class FileNameRefused(DownloadError):
    """A repository's or file's name that must not become a path here."""

    sentence = "“{file}” is no name that a model file may have here. Nothing was fetched."


# Storage


class StorageError(WorldError):
    """The database or its key cannot be used; the file is left as it is."""


class WrongKey(StorageError):
    """The passphrase or key does not open the database."""

    sentence = "That passphrase does not open your data. Nothing was changed; try again."


class KeyDoesNotFit(WrongKey):
    """The key found where it is kept belongs to other data or was changed."""

    sentence = (
        "The key in {place} does not open your data: it belongs to other data or was changed. "
        "Your data is unchanged: put the right key back and try again."
    )


class KeyCutOff(KeyDoesNotFit):
    """What lies where the key was kept is no key at all: cut off, or overwritten."""

    sentence = (
        "The key in {place} is cut off or damaged. Your data is unchanged: open it with your "
        "recovery code, or put the right key back and try again."
    )


class WrongCode(WrongKey):
    """A recovery code of the right form that belongs to other data, or was renewed since."""

    sentence = (
        "That recovery code does not open your data: it belongs to other data or was replaced by "
        "a newer one. Nothing was changed."
    )


class CodeMistyped(WrongKey):
    """Not a recovery code: its check characters do not fit."""

    sentence = (
        "That is not quite the recovery code: a character is missing or mistyped. Nothing was "
        "changed; compare it with the code that you saved."
    )


class NoCode(StorageError):
    """There is no recovery code for this data."""

    sentence = "No recovery code was ever saved for this data. Nothing was changed."


class NoPassphrase(StorageError):
    """The passphrase is asked for and none is set."""

    sentence = "No passphrase is set for this data. Nothing was changed."


class PassphraseNeeded(StorageError):
    """The key is under a passphrase and nobody gave one."""

    sentence = (
        "Your data is protected by a passphrase. Enter it, or name a file that holds it in "
        "DESKTOP_SLM_PASSPHRASE_FILE."
    )


class EmptyPassphrase(StorageError):
    """A passphrase without a character."""

    sentence = "The passphrase is empty. Nothing was changed; enter one."


class KeyMissing(StorageError):
    """The database is there, its key is not where it was kept."""

    sentence = (
        "The key to your data is not in {place}. Your data is unchanged: open it with your "
        "recovery code, or repair {place} and try again."
    )


class KeyFileExposed(StorageError):
    """The key file is open to other accounts, so the key may no longer be a secret."""

    sentence = (
        "The key file {path} can be read by other accounts, so it was not used. "
        "Make it private (chmod 600) and try again."
    )


class AlreadyStored(StorageError):
    """A new key was asked for where there is data already."""

    sentence = "There is data in {path} already, so no new key was made. Nothing was changed."


class KeyringUnavailable(StorageError):
    """No usable keyring and nobody to ask."""

    sentence = (
        "This system has no keyring to keep the key in. "
        "Choose a passphrase or a key file, or nothing will be stored."
    )


class KeyringChanged(KeyringUnavailable):
    """The key is in a keyring that does not exist here now."""

    sentence = (
        "The key to your data is in {place}, which this system does not offer now. "
        "Your data is unchanged: start that keyring again, or open it with your recovery code."
    )


class KeyringLocked(KeyringUnavailable):
    """The keyring is there and did not give or take the key."""

    sentence = (
        "The keyring is locked or refused to answer ({place}). "
        "Your data is unchanged: unlock the keyring and try again."
    )


class KeyringRefused(KeyringLocked):
    """The keyring is there and does not let this program have the key."""

    sentence = (
        "The keyring refused to give the key ({place}). Your data is unchanged: allow Desktop SLM "
        "to use the keyring and try again, or open your data with your recovery code."
    )


class KeyringSilent(KeyringLocked):
    """The keyring did not answer in time: it may be waiting for a person."""

    sentence = (
        "The keyring did not answer ({place}). Your data is unchanged: look for a window that "
        "asks for its password and try again, or open your data with your recovery code."
    )


class DatabaseMissing(StorageError):
    """The key record is there, the database is not; none is made in its place."""

    sentence = (
        "Your data file {path} is gone, although its key is still here. Nothing was made in its "
        "place: put the file or a backup back, or use another folder with --data-dir."
    )


class DatabaseDamaged(StorageError):
    """The database is not readable with the right key."""

    sentence = "Your data file is damaged. It was left as it is at {path}; restore a backup."


class DatabaseNewer(StorageError):
    """A newer version of the app wrote the database."""

    sentence = (
        "Your data was written by a newer version of Desktop SLM (format {found}, this version "
        "reads up to {known}). Nothing was changed; install the newer version."
    )


class NoRoomForBackup(StorageError):
    """A backup would fill the disk; none was begun."""

    sentence = (
        "There is no room for a backup: {needed_mb} MB more must be free. Your data and the "
        "earlier backups are unchanged; free some space and try again."
    )


class NothingStored(StorageError):
    """There is no data here to back up or to check."""

    sentence = "Nothing is stored in {path} yet, so there is nothing to back up or to check."


class BackupUnreadable(StorageError):
    """A file that was to be restored is no backup, or not a whole one."""

    sentence = (
        "{path} is not a whole backup of Desktop SLM. Nothing was changed; choose another one."
    )


class BackupLocked(StorageError):
    """A backup lies under another key than the one in use, and the words given do not open it."""

    sentence = (
        "This backup was made with another key. Enter the recovery code or the passphrase that "
        "was in force where it was made. Nothing was changed."
    )


class StillInBackup(StorageError):
    """A backup that cannot be read may still hold what was erased."""

    sentence = (
        "What you deleted is erased, but the damaged backup {path} could not be cleared of it. "
        "Delete that file if you do not need it."
    )


class DataInUse(StorageError):
    """Another window or verb has the data open, which is to be replaced or erased."""

    sentence = (
        "Your data is open in another window or in a terminal. Nothing was changed; close that "
        "first and try again."
    )


class DiskFull(StorageError):
    """No space left; what was committed before stands."""

    sentence = (
        "The disk is full, so the last change could not be saved. Everything saved before is "
        "kept; free some space and try again."
    )


class FolderUnwritable(StorageError):
    """The data folder cannot be written."""

    sentence = "The folder {path} cannot be written. Choose another with --data-dir."


class DatabaseBusy(StorageError):
    """Another process holds the database longer than we wait."""

    sentence = "Your data is in use by another program just now. Nothing was changed; try again."


class DatabaseFailed(StorageError):
    """The disk answered with an error."""

    sentence = (
        "Your data could not be read or written ({why}). What was saved before is kept; "
        "check the disk and try again."
    )


# What an organisation has set


class PolicyError(WorldError):
    """The organisation's policy forbids it, or cannot be read."""


class PolicyUnreadable(PolicyError):
    """The policy file breaks its rules; the app does not start rather than ignore it."""

    sentence = (
        "The policy that your organisation has set for Desktop SLM cannot be followed ({why}), so "
        "Desktop SLM does not start. Your data is untouched; ask your administrator to mend {path}."
    )


class ModelForbidden(PolicyError):
    """The model's fingerprint is not among the allowed ones."""

    sentence = (
        "Your organisation does not allow the model “{name}” on this computer. It was not loaded; "
        "choose one that is allowed."
    )


class ExportForbidden(PolicyError):
    """The policy forbids to write chats and summaries into files."""

    sentence = (
        "Your organisation does not allow exports on this computer. Nothing was written, and "
        "everything is kept in the app."
    )


class PrintForbidden(PolicyError):
    """The policy forbids to print."""

    sentence = (
        "Your organisation does not allow printing on this computer. Nothing was printed, and "
        "everything is kept in the app."
    )


# Output


class OutputError(WorldError):
    """A result cannot be put where it was asked for."""


class OutputUnwritable(OutputError):
    """A file that was asked for cannot be written."""

    sentence = "“{path}” cannot be written ({why}). The result was not saved there."


class OutputUnknown(OutputError):
    """A file's name does not say which format is wanted."""

    sentence = (
        "“{path}” does not end in a format that can be written here. "
        "Choose a name that ends in {endings}."
    )


class NotAnExport(OutputError):
    """A file that shall be checked carries no data of ours."""

    sentence = (
        "“{name}” carries no data of Desktop SLM, so it cannot be checked. "
        "It was not exported from here, or another program left that out when it saved the file."
    )


class UnknownChat(OutputError):
    """No chat has this number."""

    sentence = "There is no chat {chat} here. “desktop-slm chats list” shows those that there are."


class NotChatFile(OutputError):
    """A file that shall be imported holds no chats, or is damaged or too large."""

    sentence = (
        "No chats could be read from “{name}”. Files that Desktop SLM exported as JSON, ChatGPT’s "
        "data export and GPT4All’s .chat files can be imported; nothing was changed."
    )


class NewerExport(OutputError):
    """An export of a later version of the app."""

    sentence = (
        "“{name}” was exported by a newer version of Desktop SLM. Check it with that version."
    )


class AssistantUnfit(OutputError):
    """A file holds no assistant, or one that is not as it may be."""

    sentence = "“{name}” is not an assistant that can be added: {why}. Nothing was added."


class AssistantNewer(OutputError):
    """An assistant of a later version of the app."""

    sentence = (
        "“{name}” was made by a newer version of Desktop SLM. Add it with that version; "
        "nothing was added here."
    )


class AssistantGone(OutputError):
    """An assistant was deleted while it was being changed."""

    sentence = "This assistant was deleted meanwhile. Your changes were not kept."


class PromptNameTaken(OutputError):
    """A prompt of that name is there."""

    sentence = "There is a prompt “/{name}” already. Choose another name; nothing was changed."


class PromptNameUnfit(OutputError):
    """A name that cannot be typed after a slash."""

    sentence = (
        "“{name}” cannot be the name of a prompt. Use up to 32 letters, digits and hyphens, "
        "without spaces."
    )


# Ourselves


class ProtocolError(OurError):
    """A child process said something that the protocol does not know."""


class Invariant(OurError):
    """A state that cannot be."""
