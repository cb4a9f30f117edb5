package parcels;

import java.util.ArrayList;
import java.util.List;

/** A parcel while it is being worked on: mutable, and in the hands of one stage at a time. */
public final class Parcel {
    /** The number of the parcel that tells a stage that no more will come. */
    public static final int LAST = 0;

    private final int number;
    private final String city;
    private final List<String> contents = new ArrayList<>();
    private int grams;
    private String label = "";

    public Parcel(int number, String city) {
        this.number = number;
        this.city = city;
    }

    public int number() {
        return number;
    }

    public String city() {
        return city;
    }

    public void pack(String article, int weight) {
        contents.add(article);
        grams += weight;
    }

    public void stick(String text) {
        label = text;
    }

    public int grams() {
        return grams;
    }

    public String describe() {
        return "#" + number + " to " + city + " " + contents + (label.isEmpty() ? "" : " [" + label + "]");
    }
}
