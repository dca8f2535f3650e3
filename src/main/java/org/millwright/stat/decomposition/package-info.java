/**
 * Changes of an economy, split exactly over its industries and over what drove them; and the change of productivity against
 * a frontier.
 */
package org.millwright.stat.decomposition;
