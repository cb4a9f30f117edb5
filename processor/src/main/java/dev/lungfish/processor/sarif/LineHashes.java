package dev.lungfish.processor.sarif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rolling line hash that code-scanning services use to recognise a finding whose line moved: for each line a hash of the hundred
 * characters that begin with it, blanks left out, and a count that tells equal hashes apart. Immutable.
 */
public final class LineHashes {
    private static final int BLOCK = 100;
    private static final long MULTIPLIER = 37;
    private static final char END_OF_FILE = 65535;

    private final List<String> hashes;

    private LineHashes(List<String> hashes) {
        this.hashes = hashes;
    }

    /** The hashes of the lines of a text. */
    public static LineHashes of(String text) {
        Roller roller = new Roller();
        for (int i = 0; i < text.length(); i++) {
            roller.accept(text.charAt(i));
        }
        return new LineHashes(roller.finish());
    }

    /** The hash of a line, counted from 1, as {@code 54703d4cd895b18:1}; empty for a line that is not there. */
    public String ofLine(int line) {
        return line < 1 || line > hashes.size() ? "" : hashes.get(line - 1);
    }

    /** How many lines there are. */
    public int size() {
        return hashes.size();
    }

    /** One pass over a text. */
    private static final class Roller {
        private final char[] window = new char[BLOCK];
        private final int[] lineAt = new int[BLOCK];
        private final long leaving = power();
        private final Map<String, Integer> counts = new HashMap<>();
        private final List<String> hashes = new ArrayList<>();
        private long hash;
        private int index;
        private int line;
        private boolean atLineStart = true;
        private boolean afterReturn;

        Roller() {
            Arrays.fill(lineAt, -1);
        }

        void accept(char c) {
            if (c == ' ' || c == '\t' || afterReturn && c == '\n') {
                afterReturn = false;
                return;
            }
            afterReturn = c == '\r';
            char current = afterReturn ? '\n' : c;
            emit();
            if (atLineStart) {
                atLineStart = false;
                line++;
                lineAt[index] = line;
            }
            if (current == '\n') {
                atLineStart = true;
            }
            roll(current);
        }

        List<String> finish() {
            accept(END_OF_FILE);
            for (int i = 0; i < BLOCK; i++) {
                emit();
                roll((char) 0);
            }
            return hashes;
        }

        private void emit() {
            if (lineAt[index] != -1) {
                String value = Long.toHexString(hash);
                hashes.add(value + ":" + counts.merge(value, 1, Integer::sum));
                lineAt[index] = -1;
            }
        }

        private void roll(char current) {
            long begin = window[index];
            window[index] = current;
            hash = MULTIPLIER * hash + current - leaving * begin;
            index = (index + 1) % BLOCK;
        }

        private static long power() {
            long power = 1;
            for (int i = 0; i < BLOCK; i++) {
                power *= MULTIPLIER;
            }
            return power;
        }
    }
}
