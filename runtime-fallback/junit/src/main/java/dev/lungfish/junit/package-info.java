/** What JUnit needs to know of regions. */
package dev.lungfish.junit;
