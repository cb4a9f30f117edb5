package parcels;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

/** Second stage: sticks a label on each parcel and brings it to the bay of its city. */
public final class Printer implements Callable<Integer> {
    private final BlockingQueue<Parcel> fromIntake;
    private final Map<String, Bay> bays;
    private final Journal journal;

    public Printer(BlockingQueue<Parcel> fromIntake, Map<String, Bay> bays, Journal journal) {
        this.fromIntake = fromIntake;
        this.bays = Map.copyOf(bays);
        this.journal = journal;
    }

    @Override
    public Integer call() throws InterruptedException {
        int labelled = 0;
        Parcel parcel = fromIntake.take();
        while (parcel.number() != Parcel.LAST) {
            parcel.stick(parcel.city().charAt(0) + "-" + parcel.number());
            journal.note("labelled " + parcel.describe());
            bays.get(parcel.city()).add(parcel);
            labelled++;
            parcel = fromIntake.take();
        }
        for (Bay bay : bays.values()) {
            bay.sendOff();
        }
        return labelled;
    }
}
