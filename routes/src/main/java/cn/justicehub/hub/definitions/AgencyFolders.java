package cn.justicehub.hub.definitions;

import java.nio.file.Path;

/**
 * Where the agencies' folders are: the operator's, or those the sandbox wrote.
 *
 * @param directory one folder an agency
 */
public record AgencyFolders(Path directory) {}
