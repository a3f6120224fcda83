package dev.jink.launch.doctor;

/**
 * One thing about this machine.
 *
 * @param name what was looked at
 * @param grade how it stands
 * @param is what it is
 * @param wanted what it should be
 * @param change the command or step that changes it; empty when nothing is to be changed
 */
record Finding(String name, Grade grade, String is, String wanted, String change) {
    /** GOOD: as it should be. COULD_BE_BETTER: the node flies, and says what it did not get. UNFIT: it must not fly. */
    enum Grade {
        GOOD("ok"),
        COULD_BE_BETTER("better"),
        UNFIT("UNFIT");

        private final String word;

        Grade(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding good(String name, String is, String wanted) {
        return new Finding(name, Grade.GOOD, is, wanted, "");
    }

    /** @param good whether it is as wanted; otherwise {@code otherwise}, and {@code change} says what to do */
    static Finding judge(
            String name, boolean good, Grade otherwise, String is, String wanted, String change) {
        return good ? good(name, is, wanted) : new Finding(name, otherwise, is, wanted, change);
    }
}
