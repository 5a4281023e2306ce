namespace Mlops.Data.Quality.Leakage;

/// <summary>What a label's values are taken for.</summary>
public enum LabelReading
{
    /// <summary>Classes where they are texts, true and false, or at most 10 different whole numbers; otherwise numbers.</summary>
    Auto = 0,

    /// <summary>Classes, without an order.</summary>
    Classes,

    /// <summary>Numbers.</summary>
    Numbers,
}
