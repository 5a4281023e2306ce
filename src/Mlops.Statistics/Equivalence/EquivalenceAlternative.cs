namespace Mlops.Statistics.Equivalence;

/// <summary>Which changes count as a change.</summary>
public enum EquivalenceAlternative
{
    /// <summary>Any change of the shares.</summary>
    TwoSided = 0,

    /// <summary>Of two bins, only a larger share of the second one (the event). The effect is 0 where its share has not grown.</summary>
    Increase,
}
