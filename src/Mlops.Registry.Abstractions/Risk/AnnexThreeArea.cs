namespace Mlops.Registry.Risk;

/// <summary>The areas of use that the EU AI Act's Annex III calls high-risk; the value is the point's number there.</summary>
/// <remarks>Reference: Regulation (EU) 2024/1689, Annex III.</remarks>
public enum AnnexThreeArea
{
    /// <summary>Point 1: remote identification, categorisation and emotion recognition by biometrics.</summary>
    Biometrics = 1,

    /// <summary>Point 2: safety components of critical digital infrastructure, road traffic, water, gas, heating, electricity.</summary>
    CriticalInfrastructure = 2,

    /// <summary>Point 3: admission to education, assessment in it, and supervision of tests.</summary>
    Education = 3,

    /// <summary>Point 4: recruitment, terms of work, promotion, termination, allocation and monitoring of workers.</summary>
    Employment = 4,

    /// <summary>Point 5: public benefits, creditworthiness (fraud detection excepted), life and health insurance, emergency calls.</summary>
    EssentialServices = 5,

    /// <summary>Point 6: law enforcement.</summary>
    LawEnforcement = 6,

    /// <summary>Point 7: migration, asylum and border control.</summary>
    Migration = 7,

    /// <summary>Point 8: administration of justice and democratic processes.</summary>
    JusticeAndDemocracy = 8,
}
