namespace Mlops.Data.Quality.Leakage;

/// <summary>In which way a feature tells the label.</summary>
public enum PowerForm
{
    /// <summary>It could not be told.</summary>
    None = 0,

    /// <summary>By its order: the larger (or the smaller) the number, the more of the label.</summary>
    Order,

    /// <summary>By its groups, its categories or intervals of its numbers, each scored from the label in other rows.</summary>
    Groups,
}
