/** Who gets which cowns when: queues of behaviours and of waiting threads, without content. */
package dev.lungfish.runtime.cown;
