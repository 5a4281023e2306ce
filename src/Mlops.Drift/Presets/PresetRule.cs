namespace Mlops.Drift.Presets;

/// <summary>Which scores a library calls drift. They differ in whether the threshold itself is one.</summary>
public enum PresetRule
{
    /// <summary>None: the library leaves the decision to its user.</summary>
    None = 0,

    /// <summary>Below the threshold, as for most p-values.</summary>
    Below,

    /// <summary>At or below the threshold.</summary>
    AtMost,

    /// <summary>Above the threshold.</summary>
    Above,

    /// <summary>At or above the threshold, as for most distances.</summary>
    AtLeast,
}
