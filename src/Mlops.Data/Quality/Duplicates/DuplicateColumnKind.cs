namespace Mlops.Data.Quality.Duplicates;

/// <summary>In what two columns agree.</summary>
public enum DuplicateColumnKind
{
    /// <summary>Every row has the same value in both.</summary>
    Equal = 0,

    /// <summary>Each value of one goes with one value of the other, as a code goes with its text; missing goes with missing.</summary>
    OneToOne,

    /// <summary>Numbers or times, most of them different, that are in the same order, or in the reverse, in all rows: another unit, a rank, a sum.</summary>
    SameOrder,
}
