namespace Mlops.Registry.Models;

/// <summary>What a design decision is about.</summary>
public enum DecisionKind
{
    /// <summary>A feature taken in or left out.</summary>
    Feature = 0,

    /// <summary>The algorithm or architecture.</summary>
    Algorithm = 1,

    /// <summary>A setting or hyperparameter.</summary>
    Setting = 2,

    /// <summary>The data: which, from where, how cleaned and labelled.</summary>
    Data = 3,

    /// <summary>A decision threshold or operating point.</summary>
    Threshold = 4,

    /// <summary>Human oversight: who may override, and how.</summary>
    Oversight = 5,
}
