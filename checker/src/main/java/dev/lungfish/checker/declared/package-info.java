/** Rules about declarations: region expressions, contracts of overriding methods, fields of thread-safe classes. */
package dev.lungfish.checker.declared;
