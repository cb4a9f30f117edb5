// BackupJob.java
import dev.lungfish.annotation.Frozen;
import dev.lungfish.runtime.Freezer;

public class BackupJob {
    static final class Job {
        final String folder;
        final Thread worker;

        Job(String folder) {
            this.folder = folder;
            this.worker = new Thread("backup " + folder);
        }
    }

    @Frozen Job describe(String folder) {
        Job job = new Job(folder);
        return Freezer.freeze(job);
    }
}
