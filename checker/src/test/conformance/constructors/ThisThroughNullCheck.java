package spec.constructors;

import dev.lungfish.annotation.Frozen;
import java.util.Objects;

/*
 * An object that a constructor makes over itself, stored in itself: the null check on the way lets nothing out. A registry does.
 * Verdict: derived.
 */
public class ThisThroughNullCheck {
    @Frozen
    enum Currency {
        EURO("EUR"), YEN("JPY");

        final Rounding rounding;

        Currency(String code) {
            this.rounding = new Rounding(this, code);
        }
    }

    @Frozen
    static final class Rounding {
        private final Currency currency;
        private final String code;

        Rounding(Currency currency, String code) {
            this.currency = Objects.requireNonNull(currency);
            this.code = code;
        }
    }

    static final class Registry {
        private static volatile Account latest;

        static void add(Account account) {
            latest = Objects.requireNonNull(account);
        }
    }

    @Frozen
    static final class Account {
        private final String owner;
        private final String iban;

        Account(String owner, String iban) {
            this.owner = owner;
            Registry.add(this); //! frozen.this.escape
            this.iban = iban;
        }
    }
}
