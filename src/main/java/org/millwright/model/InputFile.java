package org.millwright.model;

import java.io.Serializable;

/**
 * One file of a source, as it was found.
 *
 * @param source id of the source contract
 * @param path where it can be opened
 * @param name its file name, for people
 * @param size in bytes
 * @param sha256 checksum of its content, hexadecimal
 * @param vintage date of this release of the data, ISO 8601; empty where every record has its own
 */
public record InputFile(String source, String path, String name, long size, String sha256, String vintage)
        implements Serializable {}
