namespace Mlops.Registry.Risk;

/// <summary>The declared factors of a model's risk.</summary>
public enum RiskFactorName
{
    /// <summary>How sensitive the data are that the model learns from or reads.</summary>
    DataSensitivity = 1,

    /// <summary>What wrong answers do to persons and to the business.</summary>
    BusinessImpact = 2,

    /// <summary>How hard the model is to understand and to check.</summary>
    ModelComplexity = 3,

    /// <summary>How many it reaches, and how directly.</summary>
    DeploymentScope = 4,

    /// <summary>How much depends on the model: SR 26-2's model exposure.</summary>
    ModelExposure = 5,

    /// <summary>What the model is used for: SR 26-2's model purpose.</summary>
    ModelPurpose = 6,
}
