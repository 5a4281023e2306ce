using FsCheck;
using FsCheck.Fluent;

namespace Mlops.Statistics.Tests.Laws;

/// <summary>Checks a property over generated inputs, the same ones in every run.</summary>
internal static class Law
{
    private static readonly Config Configuration = Config.QuickThrowOnFailure.WithReplay(1, 3).WithMaxTest(200);

    internal static void Holds<T>(Gen<T> inputs, Action<T> property) =>
        Check.One(Configuration, Prop.ForAll(inputs.ToArbitrary(), property));
}
