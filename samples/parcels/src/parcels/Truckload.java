package parcels;

import java.util.List;

/** What leaves the depot on one truck. It takes its parcels along. */
public final class Truckload {
    private final String city;
    private final List<Parcel> parcels;

    public Truckload(String city, List<Parcel> parcels) {
        this.city = city;
        this.parcels = parcels;
    }

    public String city() {
        return city;
    }

    public int size() {
        return parcels.size();
    }

    public int grams() {
        int sum = 0;
        for (Parcel parcel : parcels) {
            sum += parcel.grams();
        }
        return sum;
    }
}
