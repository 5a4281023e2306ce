using FsCheck;
using FsCheck.Fluent;

namespace Mlops.Data.Tests;

/// <summary>Checks laws with a fixed seed, so that a failure is the same everywhere.</summary>
internal static class Laws
{
    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(300);

    /// <summary>Numbers of every sort, missing and infinite ones included.</summary>
    public static Gen<double> Numbers { get; } =
        Gen.OneOf(
            Gen.Elements(
                0.0,
                -0.0,
                double.NaN,
                1.0,
                -1.5,
                double.PositiveInfinity,
                double.NegativeInfinity,
                5e-324,
                double.MaxValue
            ),
            ArbMap.Default.GeneratorFor<double>(),
            ArbMap.Default.GeneratorFor<int>().Select(value => (double)value)
        );

    /// <summary>Texts with what hurts CSV: quotes, delimiters, line breaks, spaces, and what looks like another kind.</summary>
    public static Gen<string> Texts { get; } =
        Gen.OneOf(
            Gen.Elements(
                "a",
                "",
                "NA",
                "007",
                "1",
                "true",
                "2007-03-05",
                "\"",
                "\"\"",
                "a,b",
                "x\ny",
                "x\r\ny",
                "\r",
                " a ",
                "\t",
                "é",
                "日本",
                "😀",
                "\uFEFF"
            ),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Readable(text.Get))
        );

    /// <summary>A column of each kind, of one length.</summary>
    public static Gen<Dataset> Datasets { get; } =
        from length in Gen.Choose(0, 40)
        from numbers in Numbers.ArrayOf(length)
        from texts in Gen.OneOf(Texts.Select(text => (string?)text), Gen.Constant((string?)null)).ArrayOf(length)
        from booleans in Gen.Elements<bool?>(true, false, null).ArrayOf(length)
        from times in Times.ArrayOf(length)
        select Dataset.FromColumns(
            "generated",
            Column.Number("n", numbers),
            Column.Category("c", texts),
            Column.Boolean("b", booleans),
            Column.Time("t", times)
        );

    /// <summary>Instants over four years, some missing.</summary>
    public static Gen<DateTime?> Times { get; } =
        Gen.Choose(0, 4 * 366 * 24 * 60)
            .Select(minutes =>
                minutes % 11 == 0
                    ? (DateTime?)null
                    : new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(minutes)
            );

    public static void Hold<T>(Gen<T> generator, Action<T> law) =>
        Check.One(Configuration, Prop.ForAll(generator.ToArbitrary(), law));

    // No NUL, which no text file holds, and no half of a surrogate pair, which no UTF-8 holds.
    private static string Readable(string text) => string.Concat(text.Where(c => c != '\0' && !char.IsSurrogate(c)));
}
