/** Object graphs: what classes are, how to walk from an object to its parts, and what may be frozen. */
package dev.lungfish.runtime.graph;
