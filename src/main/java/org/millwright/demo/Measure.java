package org.millwright.demo;

import java.util.Locale;

/** What is counted. Money stands in 10,000 yuan, everything else in the canonical unit of the measure. */
enum Measure {
    VALUE_ADDED,
    VALUE_ADDED_2015_PRICES,
    REVENUE,
    PROFIT,

    EMPLOYMENT,
    INVENTION_PATENTS,
    ROBOT_STOCK,

    SURVEYED_ENTERPRISES,
    ENTERPRISES_DIGITAL_RD_TOOLS,
    ENTERPRISES_ON_PLATFORM,
    KEY_PROCESSES,
    KEY_PROCESSES_NC,
    INTEGRATION_SCORE_SUM,

    RD_EXPENDITURE,
    NEW_PRODUCT_REVENUE,
    SERVICE_REVENUE,
    COMPUTER_INVESTMENT,
    SOFTWARE_INVESTMENT,
    EQUIPMENT_INVESTMENT,
    EQUIPMENT_GROSS,
    EQUIPMENT_NET,
    ENERGY,
    CO2,
    WATER,
    SOLID_WASTE_GENERATED,
    SOLID_WASTE_USED,
    ACCIDENTS,
    DEATHS;

    /** The name of its column. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
