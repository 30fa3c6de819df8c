extension SmallStudy {
  /// The study.yml, with every key that there is.
  package static let text = """
    schema: 1
    title: A small study
    question: Do machines concentrate?
    data: tables

    sources:
      office:
        publisher: Small Office
        title: Jobs and output
        release: May 2021
        retrieved: "2021-06-01"
        licence: free to use
        attribution: Contains data of the Small Office.
        address: small.example/jobs
        caution: partly modelled
        invented: true

    geographies:
      lands: {boundaries: lands.geojson, code: code, name: name, source: office}
      areas: {boundaries: areas.geojson, code: code, name: name, parent: lands, source: office}

    classifications:
      small list: {file: classification.csv}

    tables:
      jobs:
        file: jobs.csv
        source: office
        geography: areas
        classification: small list
        region: region
        region name: region_name
        industry: industry
        industry title: title
        period: year
        value: jobs
        status: status
        variable: employment
        unit: jobs
        rounding: 5
        caution: counts of the small office
      output:
        file: output.csv
        source: office
        geography: areas
        region: region
        region name: region_name
        industry: industry
        industry title: title
        period: year
        value: output
        where: {measure: current}
        total: Total
        variable: gross value added
        unit: GBP million
        prices: current
        rounding: 1
      volumes:
        file: output.csv
        source: office
        geography: areas
        region: region
        region name: region_name
        industry: industry
        industry title: title
        period: year
        value: output
        where: {measure: volume}
        total: Total
        variable: gross value added, volume
        unit: GBP million
        prices: chained 2015
        current: output
        rounding: 1
      people:
        file: population.csv
        source: office
        geography: areas
        region: region
        period: year
        value: people
        variable: population
        unit: persons
      research:
        file: research.csv
        source: office
        geography: areas
        region: area
        period: year
        value: spending
        recode: {X: ""}
        other regions: drop
        variable: research
        unit: GBP million

    definitions:
      machines:
        jobs: ["10", "11"]
        output: ["10", "11"]
        volumes: ["10", "11"]
      food:
        jobs: ["30"]
        output: ["30"]
      machines alone:
        variant of: machines
        jobs: ["10"]
        output: ["10"]

    groups:
      old places:
        geography: areas
        codes: [A2, A3, B3]
        rest: other places
      old by rule:
        variant of: old places
        table: output
        share of: ["2*"]
        in: 2015
        above: {mean plus sd: 0.5}
      density:
        by: population density
        table: people
        year: 2018
        cuts: [300, 600]
        names: [thin, middling, thick]
      halves:
        by: population density
        table: people
        year: 2018
        quantiles: 2

    indicators:
      research over people:
        numerator: research
        denominator: people
        years: 2016-2018
        scale: 1000
        unit: GBP thousand a head
        caution: invented

    place: A1
    benchmark: national
    average: 2
    seed: 7

    limits:
      - Six areas are few.
    """
}
