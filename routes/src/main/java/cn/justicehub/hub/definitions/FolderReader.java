package cn.justicehub.hub.definitions;

/** Reads the operator's folders as they are now. */
@FunctionalInterface
interface FolderReader {

    Folders.Reading read();
}
