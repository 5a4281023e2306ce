namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>What is unknown among values of a type, and how they are ordered.</summary>
internal interface IOrder<T>
{
    static abstract T Unknown { get; }

    static abstract bool IsUnknown(T value);

    /// <summary>Negative, zero or positive; only known values are compared.</summary>
    static abstract int Compare(T left, T right);
}
