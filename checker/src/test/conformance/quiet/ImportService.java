package spec.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/*
 * A service that validates, queues, and stores imports with a pool of workers.
 * Verdict: no finding.
 */
public class ImportService implements AutoCloseable {
    static final class Upload {
        private final String name;
        private final List<String> rows = new ArrayList<>();
        private String error;

        Upload(String name) {
            this.name = name;
        }

        boolean valid() {
            return !rows.isEmpty();
        }
    }

    private final BlockingQueue<Upload> queue = new ArrayBlockingQueue<>(100);
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final AtomicInteger stored = new AtomicInteger();
    private final Map<String, String> errors = new ConcurrentHashMap<>();

    ImportService() {
        for (int i = 0; i < 2; i++) {
            workers.submit(this::work);
        }
    }

    boolean submit(String name, Stream<String> rows) throws InterruptedException {
        Upload upload = new Upload(name);
        rows.map(String::strip).filter(row -> !row.isEmpty()).forEach(upload.rows::add);
        if (!upload.valid()) {
            upload.error = "empty";
            errors.put(name, upload.error);
            return false;
        }
        if (!queue.offer(upload, 10, TimeUnit.SECONDS)) {
            upload.error = "busy";
            errors.put(upload.name, upload.error);
            return false;
        }
        return true;
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Upload upload = queue.poll(1, TimeUnit.SECONDS);
                if (upload != null) {
                    upload.rows.sort(null);
                    stored.addAndGet(upload.rows.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
