using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Tests.Stores;

public class CodePointComparerTests
{
    private static readonly Gen<string> Texts = Gen.Elements(
            "a",
            "b",
            "é",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "😀",
            "\U0010ffff"
        )
        .ListOf()
        .Select(string.Concat);

    [Fact]
    public void Compare_AnyTexts_AgreesWithBytesOfUtf8() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Arb.From(Texts.Two()),
                pair =>
                {
                    var expected = Encoding
                        .UTF8.GetBytes(pair.Item1)
                        .AsSpan()
                        .SequenceCompareTo(Encoding.UTF8.GetBytes(pair.Item2));
                    return Math.Sign(expected) == Math.Sign(CodePointComparer.Instance.Compare(pair.Item1, pair.Item2));
                }
            )
        );
}
