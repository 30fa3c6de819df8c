// Written by Scripts/generate-classifications; not to be edited. Part 3 of 6: 28 to 45.40.
// Source: Office for National Statistics, Open Government Licence v3.0.

extension SIC2007 {
  /// A code and its title a line, part 3 of 6.
  static let part3 =
    """
    28 Manufacture of machinery and equipment n.e.c.
    28.1 Manufacture of general-purpose machinery
    28.11 Manufacture of engines and turbines, except aircraft, vehicle and cycle engines
    28.12 Manufacture of fluid power equipment
    28.13 Manufacture of other pumps and compressors
    28.13/1 Manufacture of pumps
    28.13/2 Manufacture of compressors
    28.14 Manufacture of other taps and valves
    28.15 Manufacture of bearings, gears, gearing and driving elements
    28.2 Manufacture of other general-purpose machinery
    28.21 Manufacture of ovens, furnaces and furnace burners
    28.22 Manufacture of lifting and handling equipment
    28.23 Manufacture of office machinery and equipment (except computers and peripheral equipment)
    28.24 Manufacture of power-driven hand tools
    28.25 Manufacture of non-domestic cooling and ventilation equipment
    28.29 Manufacture of other general-purpose machinery n.e.c.
    28.3 Manufacture of agricultural and forestry machinery
    28.30 Manufacture of agricultural and forestry machinery
    28.30/1 Manufacture of agricultural tractors
    28.30/2 Manufacture of agricultural and forestry machinery (other than agricultural tractors)
    28.4 Manufacture of metal forming machinery and machine tools
    28.41 Manufacture of metal forming machinery
    28.49 Manufacture of other machine tools
    28.9 Manufacture of other special-purpose machinery
    28.91 Manufacture of machinery for metallurgy
    28.92 Manufacture of machinery for mining, quarrying and construction
    28.92/1 Manufacture of machinery for mining
    28.92/2 Manufacture of earthmoving equipment
    28.92/3 Manufacture of equipment for concrete crushing and screening roadworks
    28.93 Manufacture of machinery for food, beverage and tobacco processing
    28.94 Manufacture of machinery for textile, apparel and leather production
    28.95 Manufacture of machinery for paper and paperboard production
    28.96 Manufacture of plastics and rubber machinery
    28.99 Manufacture of other special-purpose machinery n.e.c.
    29 Manufacture of motor vehicles, trailers and semi-trailers
    29.1 Manufacture of motor vehicles
    29.10 Manufacture of motor vehicles
    29.2 Manufacture of bodies (coachwork) for motor vehicles; manufacture of trailers and semi-trailers
    29.20 Manufacture of bodies (coachwork) for motor vehicles; manufacture of trailers and semi-trailers
    29.20/1 Manufacture of bodies (coachwork) for motor vehicles (except caravans)
    29.20/2 Manufacture of trailers and semi-trailers
    29.20/3 Manufacture of caravans
    29.3 Manufacture of parts and accessories for motor vehicles
    29.31 Manufacture of electrical and electronic equipment for motor vehicles
    29.32 Manufacture of other parts and accessories for motor vehicles
    30 Manufacture of other transport equipment
    30.1 Building of ships and boats
    30.11 Building of ships and floating structures
    30.12 Building of pleasure and sporting boats
    30.2 Manufacture of railway locomotives and rolling stock
    30.20 Manufacture of railway locomotives and rolling stock
    30.3 Manufacture of air and spacecraft and related machinery
    30.30 Manufacture of air and spacecraft and related machinery
    30.4 Manufacture of military fighting vehicles
    30.40 Manufacture of military fighting vehicles
    30.9 Manufacture of transport equipment n.e.c.
    30.91 Manufacture of motorcycles
    30.92 Manufacture of bicycles and invalid carriages
    30.99 Manufacture of other transport equipment n.e.c.
    31 Manufacture of furniture
    31.0 Manufacture of furniture
    31.01 Manufacture of office and shop furniture
    31.02 Manufacture of kitchen furniture
    31.03 Manufacture of mattresses
    31.09 Manufacture of other furniture
    32 Other manufacturing
    32.1 Manufacture of jewellery, bijouterie and related articles
    32.11 Striking of coins
    32.12 Manufacture of jewellery and related articles
    32.13 Manufacture of imitation jewellery and related articles
    32.2 Manufacture of musical instruments
    32.20 Manufacture of musical instruments
    32.3 Manufacture of sports goods
    32.30 Manufacture of sports goods
    32.4 Manufacture of games and toys
    32.40 Manufacture of games and toys
    32.40/1 Manufacture of professional and arcade games and toys
    32.40/9 Manufacture of games and toys (other than professional and arcade games and toys) n.e.c.
    32.5 Manufacture of medical and dental instruments and supplies
    32.50 Manufacture of medical and dental instruments and supplies
    32.9 Other manufacturing n.e.c.
    32.91 Manufacture of brooms and brushes
    32.99 Other manufacturing n.e.c.
    33 Repair and installation of machinery and equipment
    33.1 Repair of fabricated metal products, machinery and equipment
    33.11 Repair of fabricated metal products
    33.12 Repair of machinery
    33.13 Repair of electronic and optical equipment
    33.14 Repair of electrical equipment
    33.15 Repair and maintenance of ships and boats
    33.16 Repair and maintenance of aircraft and spacecraft
    33.17 Repair and maintenance of other transport equipment
    33.19 Repair of other equipment
    33.2 Installation of industrial machinery and equipment
    33.20 Installation of industrial machinery and equipment
    D Electricity, gas, steam and air conditioning supply
    35 Electricity, gas, steam and air conditioning supply
    35.1 Electric power generation, transmission and distribution
    35.11 Production of electricity
    35.12 Transmission of electricity
    35.13 Distribution of electricity
    35.14 Trade of electricity
    35.2 Manufacture of gas; distribution of gaseous fuels through mains
    35.21 Manufacture of gas
    35.22 Distribution of gaseous fuels through mains
    35.23 Trade of gas through mains
    35.3 Steam and air conditioning supply
    35.30 Steam and air conditioning supply
    E Water supply; sewerage, waste management and remediation activities
    36 Water collection, treatment and supply
    36.0 Water collection, treatment and supply
    36.00 Water collection, treatment and supply
    37 Sewerage
    37.0 Sewerage
    37.00 Sewerage
    38 Waste collection, treatment and disposal activities; materials recovery
    38.1 Waste collection
    38.11 Collection of non-hazardous waste
    38.12 Collection of hazardous waste
    38.2 Waste treatment and disposal
    38.21 Treatment and disposal of non-hazardous waste
    38.22 Treatment and disposal of hazardous waste
    38.3 Materials recovery
    38.31 Dismantling of wrecks
    38.32 Recovery of sorted materials
    39 Remediation activities and other waste management services.
    39.0 Remediation activities and other waste management services
    39.00 Remediation activities and other waste management services
    F Construction
    41 Construction of buildings
    41.1 Development of building projects
    41.10 Development of building projects
    41.2 Construction of residential and non-residential buildings
    41.20 Construction of residential and non-residential buildings
    41.20/1 Construction of commercial buildings
    41.20/2 Construction of domestic buildings
    42 Civil engineering
    42.1 Construction of roads and railways
    42.11 Construction of roads and motorways
    42.12 Construction of railways and underground railways
    42.13 Construction of bridges and tunnels
    42.2 Construction of utility projects
    42.21 Construction of utility projects for fluids
    42.22 Construction of utility projects for electricity and telecommunications
    42.9 Construction of other civil engineering projects
    42.91 Construction of water projects
    42.99 Construction of other civil engineering projects n.e.c.
    43 Specialised construction activities
    43.1 Demolition and site preparation
    43.11 Demolition
    43.12 Site preparation
    43.13 Test drilling and boring
    43.2 Electrical, plumbing and other construction installation activities
    43.21 Electrical installation
    43.22 Plumbing, heat and air-conditioning installation
    43.29 Other construction installation
    43.3 Building completion and finishing
    43.31 Plastering
    43.32 Joinery installation
    43.33 Floor and wall covering
    43.34 Painting and glazing
    43.34/1 Painting
    43.34/2 Glazing
    43.39 Other building completion and finishing
    43.9 Other specialised construction activities
    43.91 Roofing activities
    43.99 Other specialised construction activities n.e.c.
    43.99/1 Scaffold erection
    43.99/9 Specialised construction activities (other than scaffold erection) n.e.c.
    G Wholesale and retail trade; repair of motor vehicles and motorcycles
    45 Wholesale and retail trade and repair of motor vehicles and motorcycles
    45.1 Sale of motor vehicles
    45.11 Sale of cars and light motor vehicles
    45.11/1 Sale of new cars and light motor vehicles
    45.11/2 Sale of used cars and light motor vehicles
    45.19 Sale of other motor vehicles
    45.2 Maintenance and repair of motor vehicles
    45.20 Maintenance and repair of motor vehicles
    45.3 Sale of motor vehicle parts and accessories
    45.31 Wholesale trade of motor vehicle parts and accessories
    45.32 Retail trade of motor vehicle parts and accessories
    45.4 Sale, maintenance and repair of motorcycles and related parts and accessories
    45.40 Sale, maintenance and repair of motorcycles and related parts and accessories
    """
}
