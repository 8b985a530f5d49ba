package cn.justicehub.hub.delivery;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Parked deliveries for tests of other packages. */
public final class TestParked {

    private TestParked() {}

    /** On tables that hold none. */
    public static ParkedDeliveries none() {
        Parcels parcels = new Parcels();
        return new ParkedDeliveries(
                new NamedParameterJdbcTemplate(parcels.jdbc), parcels.store, parcels.records(), parcels.clock);
    }
}
