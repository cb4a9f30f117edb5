/** Residual checks become calls of the runtime in class files. */
package dev.lungfish.processor.weave;
