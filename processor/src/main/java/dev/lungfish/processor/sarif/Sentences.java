package dev.lungfish.processor.sarif;

/** Makes sentences of the pieces that compilers print: capital letter, full stop. Holds no state. */
final class Sentences {
    private Sentences() {
    }

    /** The text as a sentence; what begins with a quotation mark keeps it. */
    static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        boolean name = text.charAt(0) == '\'' || text.charAt(0) == '@';
        String begun = name ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        char last = begun.charAt(begun.length() - 1);
        return last == '.' || last == '!' || last == '?' ? begun : begun + ".";
    }

    /** The text as the label of a link in a message. */
    static String label(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }
}
