namespace Mlops.Statistics.Equivalence;

/// <summary>Whether more rows would settle a question.</summary>
public enum EquivalencePlanStatus
{
    /// <summary>The component has no answer, so that nothing can be planned.</summary>
    Undefined = 0,

    /// <summary>So many rows would settle it.</summary>
    Reachable,

    /// <summary>The effect is so near the bound that a billion effective rows would not.</summary>
    TooNearTheBound,
}
