package parcels;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.Isolated;
import dev.lungfish.annotation.Moved;
import dev.lungfish.annotation.ThreadSafe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/** Where the parcels for one city wait until there are enough for a truck. */
@ThreadSafe
public final class Bay {
    private final String city;
    private final int capacity;
    private final BlockingQueue<Truckload> ramp;
    private final ReentrantLock lock = new ReentrantLock();
    private @Isolated @InRegion("lock") List<Parcel> waiting = new ArrayList<>();

    public Bay(String city, int capacity, BlockingQueue<Truckload> ramp) {
        this.city = city;
        this.capacity = capacity;
        this.ramp = ramp;
    }

    /** Takes a parcel, and sends a truck off when the bay is full. */
    public void add(@Moved Parcel parcel) throws InterruptedException {
        lock.lock();
        try {
            waiting.add(parcel);
            if (waiting.size() < capacity) {
                return;
            }
        } finally {
            lock.unlock();
        }
        sendOff();
    }

    /** Sends off what is there. */
    public void sendOff() throws InterruptedException {
        List<Parcel> load;
        lock.lock();
        try {
            load = waiting;
            waiting = new ArrayList<>();
        } finally {
            lock.unlock();
        }
        if (!load.isEmpty()) {
            ramp.put(new Truckload(city, load));
        }
    }

    public int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
