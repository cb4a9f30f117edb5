package spec.basics;

import java.util.concurrent.BlockingQueue;

/*
 * Enum constants with final fields may be used everywhere.
 * Verdict: derived.
 */
public class EnumConstantShared {
    enum Level { LOW(1), HIGH(9); final int weight; Level(int weight) { this.weight = weight; } }
    record Alarm(Level level, String text) {}
    int send(BlockingQueue<Alarm> out) throws InterruptedException {
        Alarm alarm = new Alarm(Level.HIGH, "fire");
        out.put(alarm);
        return alarm.level().weight;
    }
}
