"""The table that is polluted: invented repairs of machines, seeded, with cells of many kinds."""

import random

COLUMNS = ["Day", "Hour", "Pieces", "OrderCode", "Cost", "Machine", "Report", "Link", "Remark"]

MACHINES = [
    "Loom", "Press", "Kiln, Gas-Fired", "Lathe", "Crane's Winch", "Saw, 24\" Blade", "Pump", "Mill, Two-Stage",
    "Belt Conveyor", "Miners' Lamp", "Boiler 5\" Valve", "Turbine", "Bottling Line", "Drill, Deep", "Furnace",
]
CLAUSES = [
    "the bearing was worn", "a new belt was fitted", "it ran hot after noon", "the foreman's log has more",
    "oil was changed, twice", "no cause was found", "it's to be seen again in spring", "all parts came from stock",
    "the guard, the chain and the pin were renewed", "it runs as it should: quiet and even",
]


def rows(count, seed=7):
    """The rows of data, one for each order, without the header."""
    stream = random.Random(seed)
    table = []
    for number in range(count):
        code = f"{stream.choice('ABCDEFG')}{stream.choice('KLMNOP')}-{stream.randrange(1000, 9999)}"
        day = f"{number % 28 + 1:02d}/{number // 28 + 1:02d}/2021"
        hour = f"{number // 4 % 24:02d}:{number % 4 * 15:02d}"
        report = ", ".join(stream.sample(CLAUSES, stream.randrange(1, 4)))
        report = report[0].upper() + report[1:] + "."
        if number % 17 == 5:
            report = report[:-1] + f", see the {stream.randrange(2, 9)}\" gauge."
        table.append([
            day, hour, str(stream.randrange(0, 34)), code, f"${stream.randrange(50, 9999) / 100:.2f}",
            stream.choice(MACHINES), report, f"https://www.example.com/order/{code.replace('-', '_')}.html", "",
        ])
    return table
