mod advances;
