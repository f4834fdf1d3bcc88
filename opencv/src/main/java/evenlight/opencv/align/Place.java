package evenlight.opencv.align;

/**
 * A place of the reference that is looked for in a frame.
 *
 * @param x column in the picture
 * @param y row in the picture
 * @param cell number of the part of the picture that it lies in; neighbours have other remainders
 *     by 3
 */
record Place(double x, double y, int cell) {}
