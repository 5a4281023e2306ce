namespace Mlops.Registry.Risk;

/// <summary>What is to be done about a risk of some likelihood and severity.</summary>
public enum RiskAcceptability
{
    /// <summary>Nothing more.</summary>
    Acceptable = 1,

    /// <summary>It is to be lowered as far as possible; what is left needs a reason.</summary>
    ReduceFurther = 2,

    /// <summary>It needs controls, or a benefit that outweighs it.</summary>
    Unacceptable = 3,
}
