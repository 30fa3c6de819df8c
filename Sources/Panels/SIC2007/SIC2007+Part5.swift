// Written by Scripts/generate-classifications; not to be edited. Part 5 of 6: J to 78.30.
// Source: Office for National Statistics, Open Government Licence v3.0.

extension SIC2007 {
  /// A code and its title a line, part 5 of 6.
  static let part5 =
    """
    J Information and communication
    58 Publishing activities
    58.1 Publishing of books, periodicals and other publishing activities
    58.11 Book publishing
    58.12 Publishing of directories and mailing lists
    58.13 Publishing of newspapers
    58.14 Publishing of journals and periodicals
    58.14/1 Publishing of learned journals
    58.14/2 Publishing of consumer, business and professional journals and periodicals
    58.19 Other publishing activities
    58.2 Software publishing
    58.21 Publishing of computer games
    58.29 Other software publishing
    59 Motion picture, video and television programme production, sound recording and music publishing activities
    59.1 Motion picture, video and television programme activities
    59.11 Motion picture, video and television programme production activities
    59.11/1 Motion picture production activities
    59.11/2 Video production activities
    59.11/3 Television programme production activities
    59.12 Motion picture, video and television programme post-production activities
    59.13 Motion picture, video and television programme distribution activities
    59.13/1 Motion picture distribution activities
    59.13/2 Video distribution activities
    59.13/3 Television programme distribution activities
    59.14 Motion picture projection activities
    59.2 Sound recording and music publishing activities
    59.20 Sound recording and music publishing activities
    60 Programming and broadcasting activities
    60.1 Radio broadcasting
    60.10 Radio broadcasting
    60.2 Television programming and broadcasting activities
    60.20 Television programming and broadcasting activities
    61 Telecommunications
    61.1 Wired telecommunications activities
    61.10 Wired telecommunications activities
    61.2 Wireless telecommunications activities
    61.20 Wireless telecommunications activities
    61.3 Satellite telecommunications activities
    61.30 Satellite telecommunications activities
    61.9 Other telecommunications activities
    61.90 Other telecommunications activities
    62 Computer programming, consultancy and related activities
    62.0 Computer programming, consultancy and related activities
    62.01 Computer programming activities
    62.01/1 Ready-made interactive leisure and entertainment software development
    62.01/2 Business and domestic software development
    62.02 Computer consultancy activities
    62.03 Computer facilities management activities
    62.09 Other information technology and computer service activities
    63 Information service activities
    63.1 Data processing, hosting and related activities; web portals
    63.11 Data processing, hosting and related activities
    63.12 Web portals
    63.9 Other information service activities
    63.91 News agency activities
    63.99 Other information service activities n.e.c.
    K Financial and insurance activities
    64 Financial service activities, except insurance and pension funding
    64.1 Monetary intermediation
    64.11 Central banking
    64.19 Other monetary intermediation
    64.19/1 Banks
    64.19/2 Building societies
    64.2 Activities of holding companies
    64.20 Activities of holding companies
    64.20/1 Activities of agricultural holding companies
    64.20/2 Activities of production holding companies
    64.20/3 Activities of construction holding companies
    64.20/4 Activities of distribution holding companies
    64.20/5 Activities of financial services holding companies
    64.20/9 Activities of other holding companies (not including agricultural, production, construction, distribution and financial services holding companies) n.e.c.
    64.3 Trusts, funds and similar financial entities
    64.30 Trusts, funds and similar financial entities
    64.30/1 Activities of investment trusts
    64.30/2 Activities of unit trusts
    64.30/3 Activities of venture and development capital companies
    64.30/4 Activities of open-ended investment companies
    64.30/5 Activities of property unit trusts
    64.30/6 Activities of real estate investment trusts
    64.9 Other financial service activities, except insurance and pension funding
    64.91 Financial leasing
    64.92 Other credit granting
    64.92/1 Credit granting by non-deposit taking finance houses and other specialist consumer credit grantors
    64.92/2 Activities of mortgage finance companies
    64.92/9 Other credit granting (not including credit granting by non-deposit taking finance houses and other specialist consumer credit grantors and activities of mortgage finance companies) n.e.c.
    64.99 Other financial service activities, except insurance and pension funding, n.e.c.
    64.99/1 Security dealing on own account
    64.99/2 Factoring
    64.99/9 Other financial service activities, except insurance and pension funding, (not including security dealing on own account and factoring) n.e.c.
    65 Insurance, reinsurance and pension funding, except compulsory social security
    65.1 Insurance
    65.11 Life insurance
    65.12 Non-life insurance
    65.2 Reinsurance
    65.20 Reinsurance
    65.20/1 Life reinsurance
    65.20/2 Non-life reinsurance
    65.3 Pension funding
    65.30 Pension funding
    66 Activities auxiliary to financial services and insurance activities
    66.1 Activities auxiliary to financial services, except insurance and pension funding
    66.11 Administration of financial markets
    66.12 Security and commodity contracts brokerage
    66.19 Other activities auxiliary to financial services, except insurance and pension funding
    66.2 Activities auxiliary to insurance and pension funding
    66.21 Risk and damage evaluation
    66.22 Activities of insurance agents and brokers
    66.29 Other activities auxiliary to insurance and pension funding
    66.3 Fund management activities
    66.30 Fund management activities
    L Real estate activities
    68 Real estate activities
    68.1 Buying and selling of own real estate
    68.10 Buying and selling of own real estate
    68.2 Renting and operating of own or leased real estate
    68.20 Renting and operating of own or leased real estate
    68.20/1 Renting and operating of Housing Association real estate
    68.20/2 Letting and operating of conference and exhibition centres
    68.20/9 Letting and operating of own or leased real estate (other than Housing Association real estate and conference and exhibition services) n.e.c.
    68.3 Real estate activities on a fee or contract basis
    68.31 Real estate agencies
    68.32 Management of real estate on a fee or contract basis
    M Professional, scientific and technical activities
    69 Legal and accounting activities
    69.1 Legal activities
    69.10 Legal activities
    69.10/1 Barristers at law
    69.10/2 Solicitors
    69.10/9 Activities of patent and copyright agents; other legal activities (other than those of barristers and solicitors) n.e.c.
    69.2 Accounting, bookkeeping and auditing activities; tax consultancy
    69.20 Accounting, bookkeeping and auditing activities; tax consultancy
    69.20/1 Accounting, and auditing activities
    69.20/2 Bookkeeping activities
    69.20/3 Tax consultancy
    70 Activities of head offices; management consultancy activities
    70.1 Activities of head offices
    70.10 Activities of head offices
    70.2 Management consultancy activities
    70.21 Public relations and communication activities
    70.22 Business and other management consultancy activities
    70.22/1 Financial management
    70.22/9 Management consultancy activities (other than financial management)
    71 Architectural and engineering activities; technical testing and analysis
    71.1 Architectural and engineering activities and related technical consultancy
    71.11 Architectural activities
    71.11/1 Architectural activities
    71.11/2 Urban planning and landscape architectural activities
    71.12 Engineering activities and related technical consultancy
    71.12/1 Engineering design activities for industrial process and production
    71.12/2 Engineering related scientific and technical consulting activities
    71.12/9 Other engineering activities (not including engineering design for industrial process and production or engineering related scientific and technical consulting activities)
    71.2 Technical testing and analysis
    71.20 Technical testing and analysis
    72 Scientific research and development
    72.1 Research and experimental development on natural sciences and engineering
    72.11 Research and experimental development on biotechnology
    72.19 Other research and experimental development on natural sciences and engineering
    72.2 Research and experimental development on social sciences and humanities
    72.20 Research and experimental development on social sciences and humanities
    73 Advertising and market research
    73.1 Advertising
    73.11 Advertising agencies
    73.12 Media representation
    73.2 Market research and public opinion polling
    73.20 Market research and public opinion polling
    74 Other professional, scientific and technical activities
    74.1 Specialised design activities
    74.10 Specialised design activities
    74.2 Photographic activities
    74.20 Photographic activities
    74.20/1 Portrait photographic activities
    74.20/2 Other specialist photography (not including portrait photography)
    74.20/3 Film processing
    74.20/9 Other photographic activities (not including portrait and other specialist photography and film processing) n.e.c.
    74.3 Translation and interpretation activities
    74.30 Translation and interpretation activities
    74.9 Other professional, scientific and technical activities n.e.c.
    74.90 Other professional, scientific and technical activities n.e.c.
    74.90/1 Environmental consulting activities
    74.90/2 Quantity surveying activities
    74.90/9 Other professional, scientific and technical activities (not including environmental consultancy or quantity surveying) n.e.c.
    75 Veterinary activities
    75.0 Veterinary activities
    75.00 Veterinary activities
    N Administrative and support service activities
    77 Rental and leasing activities
    77.1 Renting and leasing of motor vehicles
    77.11 Renting and leasing of cars and light motor vehicles
    77.12 Renting and leasing of trucks
    77.2 Renting and leasing of personal and household goods
    77.21 Renting and leasing of recreational and sports goods
    77.22 Renting of video tapes and disks
    77.29 Renting and leasing of other personal and household goods
    77.29/1 Renting and leasing of media entertainment equipment
    77.29/9 Renting and leasing of other personal and household goods (other than media entertainment equipment)
    77.3 Renting and leasing of other machinery, equipment and tangible goods
    77.31 Renting and leasing of agricultural machinery and equipment
    77.32 Renting and leasing of construction and civil engineering machinery and equipment
    77.33 Renting and leasing of office machinery and equipment (including computers)
    77.34 Renting and leasing of water transport equipment
    77.34/1 Renting and leasing of passenger water transport equipment
    77.34/2 Renting and leasing of freight water transport equipment
    77.35 Renting and leasing of air transport equipment
    77.35/1 Renting and leasing of passenger air transport equipment
    77.35/2 Renting and leasing of freight air transport equipment
    77.39 Renting and leasing of other machinery, equipment and tangible goods n.e.c.
    77.4 Leasing of intellectual property and similar products, except copyrighted works
    77.40 Leasing of intellectual property and similar products, except copyrighted works
    78 Employment activities
    78.1 Activities of employment placement agencies
    78.10 Activities of employment placement agencies
    78.10/1 Motion picture, television and other theatrical casting
    78.10/9 Activities of employment placement agencies (other than motion picture, television and other theatrical casting) n.e.c.
    78.2 Temporary employment agency activities
    78.20 Temporary employment agency activities
    78.3 Other human resources provision
    78.30 Other human resources provision
    """
}
