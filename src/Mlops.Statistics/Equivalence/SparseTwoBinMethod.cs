namespace Mlops.Statistics.Equivalence;

/// <summary>What is done with two bins when one of the four observed cells is under 5.</summary>
public enum SparseTwoBinMethod
{
    /// <summary>Boxes of two Clopper-Pearson intervals, which keep their level at any count.</summary>
    ClopperPearsonBoxes = 0,

    /// <summary>Nothing: the noncentral chi-square as for other bins, whose error rates do not hold there.</summary>
    None,
}
