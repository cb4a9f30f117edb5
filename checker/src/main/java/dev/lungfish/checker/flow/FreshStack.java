package dev.lungfish.checker.flow;

/** Goes on in a thread of its own while the caller waits, where a recursion has used up much of the caller's stack. */
final class FreshStack {
    /** Bytes; reserved, and only used where a body needs them. */
    private static final long SIZE = 16L << 20;

    private FreshStack() {
    }

    /** Runs to the end, and fails as the action fails. An interrupt is left to the caller. */
    static void run(Runnable action) {
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(null, () -> {
            try {
                action.run();
            } catch (RuntimeException | Error thrown) {
                failure[0] = thrown;
            }
        }, Thread.currentThread().getName(), SIZE);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.setDaemon(true);
        thread.start();
        join(thread);
        if (failure[0] instanceof RuntimeException thrown) {
            throw thrown;
        } else if (failure[0] instanceof Error thrown) {
            throw thrown;
        }
    }

    private static void join(Thread thread) {
        boolean isInterrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
