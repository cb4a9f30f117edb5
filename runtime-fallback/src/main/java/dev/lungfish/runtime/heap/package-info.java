/** The audit's own reader of heap dumps: who refers to given objects, and by which way. */
package dev.lungfish.runtime.heap;
