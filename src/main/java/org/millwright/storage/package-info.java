/**
 * Folders of any Hadoop file system as paths of Java: the lake uses one set of calls wherever it lies. A local path is that of Java
 * itself; only another one loads Hadoop.
 */
package org.millwright.storage;
