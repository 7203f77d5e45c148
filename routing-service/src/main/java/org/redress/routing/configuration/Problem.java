package org.redress.routing.configuration;

/**
 * Something wrong in a configuration file.
 *
 * @param file name of the file
 * @param line line, from 1
 * @param path path within the file, such as {@code units[3].head}
 * @param message what is wrong, as a sentence without its subject
 */
public record Problem(String file, int line, String path, String message) {

    @Override
    public String toString() {
        return file + ":" + line + " " + (path.isEmpty() ? "" : path + " ") + message;
    }
}
